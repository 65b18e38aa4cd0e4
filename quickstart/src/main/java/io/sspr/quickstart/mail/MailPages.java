package io.sspr.quickstart.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The pages as HTML without a script; everything that came is escaped. */
final class MailPages {

    static final String STYLE = """
            :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
            body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { border-bottom: 1px solid #8886; padding: .4rem .8rem .4rem 0; text-align: left; vertical-align: top; }
            td { overflow-wrap: anywhere; }
            td:first-child, td:last-child { white-space: nowrap; }
            pre { border: 1px solid #8886; border-radius: .3rem; overflow-wrap: anywhere; padding: 1rem; white-space: pre-wrap; }
            """;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private MailPages() {}

    static String list(List<CaughtMail> newestFirst) {
        String hint = "<p>Nothing is sent from here to anybody. <a href=\"/\">Refresh</a></p>\n";
        if (newestFirst.isEmpty()) {
            return page("Caught messages", hint + "<p>No message yet.</p>");
        }
        String rows = newestFirst.stream().map(MailPages::row).collect(Collectors.joining("\n"));
        return page(
                "Caught messages",
                hint
                        + "<table>\n<thead><tr><th scope=\"col\">By</th><th scope=\"col\">To</th><th scope=\"col\">Subject</th>"
                        + "<th scope=\"col\">Time</th></tr></thead>\n<tbody>\n" + rows + "\n</tbody>\n</table>");
    }

    static String mail(CaughtMail mail) {
        return page(
                shown(mail.subject()),
                "<p>To " + escape(mail.recipient()) + ", " + time(mail.received()) + ".</p>\n<pre>"
                        + escape(mail.text()) + "</pre>\n<p><a href=\"/\">All messages</a></p>");
    }

    static String message(String text) {
        return page("Caught messages", "<p>" + escape(text) + "</p>\n<p><a href=\"/\">All messages</a></p>");
    }

    private static String row(CaughtMail mail) {
        return "<tr><td>" + mail.channel().shown() + "</td><td>" + escape(mail.recipient())
                + "</td><td><a href=\"/mail/" + mail.uid() + "\">" + escape(shown(mail.subject())) + "</a></td><td>"
                + time(mail.received()) + "</td></tr>";
    }

    private static String shown(String subject) {
        return subject.isBlank() ? "(no subject)" : subject;
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String page(String title, String body) {
        String heading = escape(title);
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="stylesheet" href="/style.css">
                <title>""" + heading + "</title>\n</head>\n<body>\n<h1>" + heading + "</h1>\n" + body + "\n</body>\n</html>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
