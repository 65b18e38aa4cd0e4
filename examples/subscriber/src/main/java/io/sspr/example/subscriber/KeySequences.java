package io.sspr.example.subscriber;

import java.util.HashMap;
import java.util.Map;

/** Watches {@code ce_keysequence}, which counts 1, 2, 3 ... per topic and key, so that a loss is seen. */
final class KeySequences {

    private final Map<String, Long> last = new HashMap<>();

    /** Whether the message is new; false if it was read before. Throws {@link Gap} if one before it is missing. */
    boolean isNew(String key, long sequence) {
        // Of a key that this process has not seen, earlier messages may be those before the committed position.
        long known = last.getOrDefault(key, sequence - 1);
        if (sequence > known + 1) throw new Gap(key, known + 1, sequence);
        if (sequence <= known) return false;
        last.put(key, sequence);
        return true;
    }
}
