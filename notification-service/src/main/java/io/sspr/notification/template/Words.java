package io.sspr.notification.template;

import java.util.Locale;
import java.util.Map;

/** All texts of one language. */
record Words(Locale language, Map<String, String> texts) {

    boolean has(String key) {
        return texts.containsKey(key);
    }

    String of(String key) {
        String text = texts.get(key);
        if (text == null) throw new IllegalStateException("there are no words for " + key);
        return text;
    }
}
