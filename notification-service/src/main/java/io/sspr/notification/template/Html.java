package io.sspr.notification.template;

/** The parts of a mail as HTML, with everything escaped. */
final class Html {

    private Html() {}

    static String of(Part part, String colour) {
        if (part instanceof Part.Digits digits)
            return "<p style=\"font-family:Consolas,Menlo,'Courier New',monospace;font-size:32px;font-weight:bold;"
                    + "letter-spacing:2px;white-space:nowrap;text-align:center;margin:24px 0;padding:12px;"
                    + "border:1px solid " + escaped(colour) + ";border-radius:8px\">\n" + escaped(digits.grouped())
                    + "\n</p>";
        if (part instanceof Part.Fact fact)
            return aside(colour) + escaped(fact.label()) + ": <strong>" + escaped(fact.value()) + "</strong></p>";
        if (part instanceof Part.Helpdesk helpdesk) return aside(colour) + escaped(helpdesk.contact()) + "</p>";
        if (part instanceof Part.Link link)
            return "<p style=\"margin:0 0 16px\"><a href=\"" + escaped(link.target()) + "\">" + escaped(link.words())
                    + "</a></p>";
        if (part instanceof Part.Warning warning)
            return "<p style=\"margin:0 0 16px\"><strong>" + escaped(warning.text()) + "</strong></p>";
        if (part instanceof Part.Closing closing)
            return "<p style=\"margin:32px 0 0;padding-top:12px;border-top:1px solid #8a8a8a;font-size:13px\">"
                    + escaped(closing.text()) + "</p>";
        return "<p style=\"margin:0 0 16px\">" + escaped(((Part.Paragraph) part).text()) + "</p>";
    }

    private static String aside(String colour) {
        return "<p style=\"margin:0 0 16px;padding:8px 12px;border-left:4px solid " + escaped(colour) + "\">";
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
