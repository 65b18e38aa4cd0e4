package io.sspr.notification.template;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sets the parts of a mail as text and as HTML that fetches nothing, links to nothing and needs no style sheet. */
final class Layout {

    private static final int LINE = 72;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head>
            <meta charset="UTF-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%2$s</title>
            </head>
            <body style="margin:0;padding:24px 16px;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;\
            font-size:16px;line-height:1.5">
            <div style="max-width:560px;margin:0 auto">
            <h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">%2$s</h1>
            %3$s
            </div>
            </body>
            </html>
            """;

    private static final String ASIDE = "<p style=\"margin:0 0 16px;padding:8px 12px;border-left:4px solid #8a8a8a\">";

    private Layout() {}

    static String text(List<Part> parts) {
        return parts.stream().map(Layout::text).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String text(Part part) {
        if (part instanceof Part.Digits digits) return "    " + digits.grouped();
        if (part instanceof Part.Fact fact) return "    " + fact.label() + ": " + fact.value();
        if (part instanceof Part.Helpdesk helpdesk) return "    " + helpdesk.contact();
        if (part instanceof Part.Warning warning) return wrapped(warning.text());
        if (part instanceof Part.Closing closing) return "-- \n" + wrapped(closing.text());
        return wrapped(((Part.Paragraph) part).text());
    }

    /** Breaks at spaces: the readers that show text do not all break lines themselves. */
    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int length = 0;
        for (String word : text.split(" ", -1)) {
            int added = word.codePointCount(0, word.length());
            if (length > 0 && length + 1 + added > LINE) {
                lines.append('\n');
                length = 0;
            } else if (length > 0) {
                lines.append(' ');
                length++;
            }
            lines.append(word);
            length += added;
        }
        return lines.toString();
    }

    static String html(Locale language, String heading, List<Part> parts) {
        String body = parts.stream().map(Layout::html).collect(Collectors.joining("\n"));
        return PAGE.formatted(escaped(language.toLanguageTag()), escaped(heading), body);
    }

    private static String html(Part part) {
        if (part instanceof Part.Digits digits)
            return "<p style=\"font-family:Consolas,Menlo,'Courier New',monospace;font-size:32px;font-weight:bold;"
                    + "letter-spacing:2px;white-space:nowrap;text-align:center;margin:24px 0;padding:12px;"
                    + "border:1px solid #8a8a8a;border-radius:8px\">\n" + escaped(digits.grouped()) + "\n</p>";
        if (part instanceof Part.Fact fact)
            return ASIDE + escaped(fact.label()) + ": <strong>" + escaped(fact.value()) + "</strong></p>";
        if (part instanceof Part.Helpdesk helpdesk) return ASIDE + escaped(helpdesk.contact()) + "</p>";
        if (part instanceof Part.Warning warning)
            return "<p style=\"margin:0 0 16px\"><strong>" + escaped(warning.text()) + "</strong></p>";
        if (part instanceof Part.Closing closing)
            return "<p style=\"margin:32px 0 0;padding-top:12px;border-top:1px solid #8a8a8a;font-size:13px\">"
                    + escaped(closing.text()) + "</p>";
        return "<p style=\"margin:0 0 16px\">" + escaped(((Part.Paragraph) part).text()) + "</p>";
    }

    /** For text and for attributes in double quotes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
