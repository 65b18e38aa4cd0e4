package io.sspr.notification.template;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The <code>{names}</code> in a text; what is put for them is not looked at again, so it can bring none along. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private Placeholders() {}

    static Set<String> in(String text) {
        Set<String> names = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    static String filled(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) throw new IllegalStateException("nothing to put for " + found.group());
            return Matcher.quoteReplacement(value);
        });
    }
}
