package io.sspr.notification.template;

import java.text.Normalizer;
import java.util.Map;

/**
 * The alphabet of text messages (3GPP TS 23.038). A single letter outside it, such as &#269;, makes a message hold 70
 * characters instead of 160 and cost more (SMS-03), so such letters lose their marks.
 */
final class Gsm7 {

    static final int SEGMENT = 160;

    private static final String BASIC = "@\u00a3$\u00a5\u00e8\u00e9\u00f9\u00ec\u00f2\u00c7\n\u00d8\u00f8\r\u00c5\u00e5"
            + "\u0394_\u03a6\u0393\u039b\u03a9\u03a0\u03a8\u03a3\u0398\u039e\u00c6\u00e6\u00df\u00c9"
            + " !\"#\u00a4%&'()*+,-./0123456789:;<=>?\u00a1ABCDEFGHIJKLMNOPQRSTUVWXYZ\u00c4\u00d6\u00d1\u00dc\u00a7"
            + "\u00bfabcdefghijklmnopqrstuvwxyz\u00e4\u00f6\u00f1\u00fc\u00e0";

    /** Each of them takes the room of two. */
    private static final String EXTENDED = "^{}\\[~]|\u20ac";

    private static final Map<Integer, String> SPECIAL = Map.ofEntries(
            Map.entry(0x0111, "d"),
            Map.entry(0x0110, "D"),
            Map.entry(0x0142, "l"),
            Map.entry(0x0141, "L"),
            Map.entry(0x0131, "i"),
            Map.entry(0x2018, "'"),
            Map.entry(0x2019, "'"),
            Map.entry(0x201c, "\""),
            Map.entry(0x201d, "\""),
            Map.entry(0x201e, "\""),
            Map.entry(0x00ab, "\""),
            Map.entry(0x00bb, "\""),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x2026, "..."),
            Map.entry(0x00a0, " "),
            Map.entry(0x202f, " "));

    private Gsm7() {}

    /** The text in that alphabet; what has no likeness in it becomes a question mark. */
    static String of(String text) {
        StringBuilder made = new StringBuilder();
        text.codePoints().forEach(point -> made.append(likeness(point)));
        return made.toString();
    }

    private static String likeness(int point) {
        if (holds(point)) return Character.toString(point);
        String special = SPECIAL.get(point);
        if (special != null) return special;
        int base = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD)
                .codePointAt(0);
        return holds(base) ? Character.toString(base) : "?";
    }

    private static boolean holds(int point) {
        return BASIC.indexOf(point) >= 0 || EXTENDED.indexOf(point) >= 0;
    }

    /** How much of the 160 it takes; only for what {@link #of} made. */
    static int length(String text) {
        return text.codePoints()
                .map(point -> EXTENDED.indexOf(point) >= 0 ? 2 : 1)
                .sum();
    }
}
