package io.sspr.browser;

import io.sspr.live.Mark;
import java.nio.charset.StandardCharsets;

/** A process's memory at one moment, to be searched for secrets. */
final class LiveHeap {

    private final byte[] dump;
    /** A character for each byte. */
    private final String text;

    LiveHeap(byte[] dump) {
        this.dump = dump;
        this.text = new String(dump, StandardCharsets.ISO_8859_1);
    }

    boolean holds(Mark mark) {
        // Java keeps text with letters beyond Latin-1 as UTF-16 in the machine's order.
        String wide = new String(mark.text().getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return mark.isIn(dump) || text.contains(wide);
    }
}
