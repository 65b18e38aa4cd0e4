package io.sspr.notification.template;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words for one person. */
final class Texts {

    private final Words words;
    private final Locale formats;
    private final ZoneId zone;
    private final Map<String, String> always;

    /**
     * Words and formats.
     *
     * @param wanted the person's own locale, which says how times are written if the words are of its language
     * @param always what can be put into every text
     */
    Texts(Words words, Locale wanted, ZoneId zone, Map<String, String> always) {
        this.words = words;
        this.formats = words.language().getLanguage().equals(wanted.getLanguage()) ? wanted : words.language();
        this.zone = zone;
        this.always = always;
    }

    /** The language that was found. */
    Locale language() {
        return words.language();
    }

    /** The words of a key. */
    String text(String key) {
        return text(key, Map.of());
    }

    /** The words of a key, with these values in it. */
    String text(String key, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(always);
        all.putAll(values);
        return Placeholders.filled(words.of(key), all);
    }

    /** Whether there are words of a key. */
    boolean has(String key) {
        return words.has(key);
    }

    /** The first of the keys that there are words for. */
    String either(String key, String otherwise) {
        return text(words.has(key) ? key : otherwise);
    }

    /** From where something was done, as far as that can be told. */
    String place(Place place) {
        if (place.network() == null) return text("notice.place.agent", Map.of("agent", orNothing(place.agent())));
        if (place.agent() == null) return text("notice.place.network", Map.of("network", place.network()));
        return text("notice.place", Map.of("agent", place.agent(), "network", place.network()));
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Date and time as people of that country write it, with its offset from UTC. */
    String dateAndTime(Instant instant) {
        return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT), instant);
    }

    /** The same with as few letters as possible. */
    String shortDateAndTime(Instant instant) {
        return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.SHORT), instant);
    }

    /** The time of day, with its offset from UTC. */
    String time(Instant instant) {
        return format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), instant);
    }

    private String format(DateTimeFormatter style, Instant instant) {
        String text = style.withLocale(formats).withZone(zone).format(instant);
        ZoneOffset offset = zone.getRules().getOffset(instant);
        // Newer JDKs put a narrow no-break space before AM and PM, which not every mail reader has a glyph for.
        return text.replace('\u202f', ' ') + " UTC" + (offset.equals(ZoneOffset.UTC) ? "" : offset.getId());
    }
}
