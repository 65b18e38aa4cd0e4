package io.sspr.quickstart.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catcher's few addresses: the list, one message, the style, the API in the shape of GreenMail's own, and the gateway
 * for text messages.
 */
final class MailSite implements HttpHandler {

    private static final Pattern MAIL = Pattern.compile("/mail/([0-9]{1,18})");
    private static final Pattern MESSAGES = Pattern.compile("/api/user/([^/]+)/messages/?");
    private static final String HTML = "text/html; charset=utf-8";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Mails mails;
    private final TextGateway gateway;
    private final Set<String> ownNames;

    MailSite(Mails mails, int port) {
        this.mails = mails;
        this.gateway = new TextGateway(mails);
        this.ownNames = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    private record Answer(int status, String type, String body) {}

    private static Answer json(int status, Object body) {
        return new Answer(status, "application/json", JSON.writeValueAsString(body));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(exchange);
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().putAll(protection(answer.type()));
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(answer.status(), -1);
            } else {
                exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !ownNames.contains(host)) {
            // A page elsewhere could point a name of its own at this address and read the codes.
            return new Answer(421, HTML, MailPages.message("Open this page as http://127.0.0.1 with its port."));
        }
        if (gateway.has(exchange.getRequestURI().getPath())) {
            TextGateway.Answer answer = gateway.answer(exchange);
            return json(answer.status(), answer.fields());
        }
        if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            return new Answer(405, HTML, MailPages.message("This page can only be read."));
        }
        String path = exchange.getRequestURI().getPath();
        Matcher messages = MESSAGES.matcher(path);
        if (messages.matches()) {
            return json(
                    200,
                    mails.to(messages.group(1)).stream()
                            .map(MailSite::asGreenMailShowsIt)
                            .toList());
        }
        if (path.equals("/")) {
            return new Answer(200, HTML, MailPages.list(mails.newestFirst()));
        }
        if (path.equals("/style.css")) {
            return new Answer(200, "text/css; charset=utf-8", MailPages.STYLE);
        }
        Matcher mail = MAIL.matcher(path);
        return mail.matches() ? mail(Long.parseLong(mail.group(1))) : notFound();
    }

    private Answer mail(long uid) {
        return mails.find(uid)
                .map(mail -> new Answer(200, HTML, MailPages.mail(mail)))
                .orElseGet(MailSite::notFound);
    }

    private static Answer notFound() {
        return new Answer(404, HTML, MailPages.message("There is no such message, or it was forgotten."));
    }

    private static Map<String, List<String>> protection(String contentType) {
        return Map.of(
                "Content-Type", List.of(contentType),
                "Content-Security-Policy",
                        List.of("default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'"),
                "X-Content-Type-Options", List.of("nosniff"),
                "Referrer-Policy", List.of("no-referrer"),
                "Cross-Origin-Resource-Policy", List.of("same-origin"),
                "Cache-Control", List.of("no-store"));
    }

    private static Map<String, Object> asGreenMailShowsIt(CaughtMail mail) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("uid", mail.uid());
        fields.put("Message-ID", mail.messageId());
        fields.put("subject", mail.subject());
        fields.put("contentType", mail.contentType());
        fields.put("mimeMessage", mail.source());
        return fields;
    }
}
