package io.sspr.quickstart.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes text messages in the shape of Twilio's REST API and sends them to nobody. One is queued when it is taken, sent when
 * it is asked after for the first time, and delivered from the second time on.
 */
final class TextGateway {

    private static final String MESSAGES = "/2010-04-01/Accounts/" + MailCatcher.TEXT_ACCOUNT + "/Messages";
    private static final Pattern ONE = Pattern.compile(Pattern.quote(MESSAGES) + "/SM0{14}([0-9]{18})\\.json");
    private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int LONGEST_TEXT = 1600;
    private static final int LONGEST_FORM = 16 * 1024;

    /** Twilio's own codes of errors. */
    private static final Answer NOT_FOUND = error(404, 20404, "The requested resource was not found");

    private static final Answer UNAUTHORIZED = error(401, 20003, "Authenticate");
    private static final Answer NOT_ALLOWED = error(405, 20004, "Method not allowed");

    /** Fields of JSON. */
    record Answer(int status, Map<String, ?> fields) {}

    private final Mails mails;

    /** How often a text was asked after. */
    private final Map<Long, Integer> asked = new LinkedHashMap<>();

    TextGateway(Mails mails) {
        this.mails = mails;
    }

    /** Whether the path is one of the gateway's. */
    boolean has(String path) {
        return path.startsWith("/2010-04-01/");
    }

    /** The gateway's id of a text. */
    static String sid(long uid) {
        return String.format(Locale.ROOT, "SM%032d", uid);
    }

    Answer answer(HttpExchange exchange) throws IOException {
        if (!isKnown(exchange.getRequestHeaders().getFirst("Authorization"))) return UNAUTHORIZED;
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        Matcher one = ONE.matcher(path);
        boolean all = path.equals(MESSAGES + ".json");
        if (all && method.equals("POST")) return taken(form(exchange));
        if (!method.equals("GET")) return NOT_ALLOWED;
        if (all) return list(exchange.getRequestURI().getRawQuery());
        return one.matches() ? askedAfter(Long.parseLong(one.group(1))) : NOT_FOUND;
    }

    private static boolean isKnown(@Nullable String authorization) {
        String login = MailCatcher.TEXT_ACCOUNT + ":" + MailCatcher.TEXT_TOKEN;
        return ("Basic " + Base64.getEncoder().encodeToString(login.getBytes(UTF_8))).equals(authorization);
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        return fields(new String(exchange.getRequestBody().readNBytes(LONGEST_FORM), UTF_8));
    }

    private static Map<String, String> fields(String encoded) {
        Map<String, String> fields = new HashMap<>();
        for (String field : encoded.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(field.substring(0, equals), URLDecoder.decode(field.substring(equals + 1), UTF_8));
            }
        }
        return fields;
    }

    private Answer taken(Map<String, String> form) {
        String to = form.getOrDefault("To", "");
        String text = form.getOrDefault("Body", "");
        if (!NUMBER.matcher(to).matches()) return error(400, 21211, "Invalid 'To' Phone Number");
        if (text.isEmpty() || text.length() > LONGEST_TEXT) return error(400, 21602, "Message body is required");
        String from = form.getOrDefault("From", form.getOrDefault("MessagingServiceSid", ""));
        long uid = mails.addText(to, from, text);
        return mails.find(uid)
                .map(mail -> new Answer(201, shown(mail, "queued")))
                .orElse(NOT_FOUND);
    }

    private Answer askedAfter(long uid) {
        return mails.find(uid)
                .filter(mail -> mail.channel() == CaughtMail.Channel.TEXT)
                .map(mail -> new Answer(200, shown(mail, times(uid) == 1 ? "sent" : "delivered")))
                .orElse(NOT_FOUND);
    }

    private synchronized int times(long uid) {
        if (asked.size() > Mails.MOST) asked.remove(asked.keySet().iterator().next());
        return asked.merge(uid, 1, Integer::sum);
    }

    private Answer list(@Nullable String query) {
        String to = fields(query == null ? "" : query).getOrDefault("To", "");
        List<Map<String, Object>> found = mails.to(to).stream()
                .filter(mail -> mail.channel() == CaughtMail.Channel.TEXT)
                .map(mail -> shown(mail, "sent"))
                .toList();
        return new Answer(200, Map.of("messages", found));
    }

    private static Map<String, Object> shown(CaughtMail mail, String status) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sid", sid(mail.uid()));
        fields.put("to", mail.recipient());
        fields.put("body", mail.text());
        fields.put("status", status);
        fields.put("error_code", null);
        return fields;
    }

    private static Answer error(int status, int code, String message) {
        return new Answer(status, Map.of("code", code, "message", message, "status", status));
    }
}
