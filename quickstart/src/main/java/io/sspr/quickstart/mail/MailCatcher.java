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

/**
 * An SMTP server and a gateway for text messages that keep the newest in memory, and a page and an API that show them; on
 * the loopback interface only.
 */
public final class MailCatcher implements AutoCloseable {

    /** Who a sender of text messages is to the gateway. */
    public static final String TEXT_ACCOUNT = "ACquickstart";

    /** Its password, which protects nothing: whoever reaches the page reads all codes anyway. */
    public static final String TEXT_TOKEN = "quickstart";

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

    /** Where a person sees the messages, and where text messages are sent to. */
    public URI page() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/");
    }

    /** Stops both; the messages are forgotten. */
    @Override
    public void close() {
        smtp.stop();
        http.stop(0);
    }
}
