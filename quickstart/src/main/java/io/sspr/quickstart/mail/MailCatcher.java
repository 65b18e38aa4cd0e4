package io.sspr.quickstart.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.sspr.quickstart.layout.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;

/** An SMTP server that keeps the newest mails in memory, and a page and an API that show them; on the loopback interface only. */
public final class MailCatcher implements AutoCloseable {

    private final GreenMail smtp;
    private final HttpServer http;

    private MailCatcher(GreenMail smtp, HttpServer http) {
        this.smtp = smtp;
        this.http = http;
    }

    /** Starts and returns when both ports are served; throws {@link CannotStart} if one cannot be. */
    public static MailCatcher start(int smtpPort, int pagePort) {
        Mails mails = new Mails(Clock.systemUTC());
        HttpServer http = startPage(pagePort, mails);
        GreenMail smtp = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        smtp.getManagers()
                .getUserManager()
                .setMessageDeliveryHandler((message, address) -> new Recipient(address.getEmail(), mails));
        try {
            smtp.start();
        } catch (IllegalStateException e) {
            smtp.stop();
            http.stop(0);
            throw notStarted("SMTP port " + smtpPort, e);
        }
        return new MailCatcher(smtp, http);
    }

    private static HttpServer startPage(int port, Mails mails) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            http.createContext("/", new MailSite(mails, http.getAddress().getPort()));
            http.start();
            return http;
        } catch (IOException e) {
            throw notStarted("page on port " + port, e);
        }
    }

    private static CannotStart notStarted(String what, Exception cause) {
        return new CannotStart(
                "The mail catcher's " + what + " cannot be opened: " + cause.getMessage() + ".",
                "Choose other ports: SSPR_SMTP_PORT=... SSPR_MAIL_PORT=... ./sspr up",
                cause);
    }

    /** Where a person sees the mails. */
    public URI page() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    /** Stops both; the mails are forgotten. */
    @Override
    public void close() {
        smtp.stop();
        http.stop(0);
    }
}
