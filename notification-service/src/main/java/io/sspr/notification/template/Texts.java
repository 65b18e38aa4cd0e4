package io.sspr.notification.template;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words for one person: {@code mail_<language>.properties} in UTF-8 next to this class, English where there is no
 * such file. A new language is a new file.
 */
final class Texts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private final ResourceBundle words;
    private final Locale formats;

    private Texts(ResourceBundle words, Locale formats) {
        this.words = words;
        this.formats = formats;
    }

    /** For a BCP 47 tag; anything that is none counts as one without a file. */
    static Texts of(String languageTag) {
        Locale wanted = Locale.forLanguageTag(languageTag);
        // Without this control the fallback would be the language of the server's operator.
        ResourceBundle words = ResourceBundle.getBundle(
                Texts.class.getPackageName() + ".mail",
                wanted,
                Texts.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        Locale found = words.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : words.getLocale();
        return new Texts(words, found.getLanguage().equals(wanted.getLanguage()) ? wanted : found);
    }

    /** The language that was found. */
    Locale language() {
        return words.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : words.getLocale();
    }

    /** The words of a key; what is put into them is not looked at again, so it can bring no placeholder along. */
    String text(String key, Map<String, String> values) {
        return PLACEHOLDER.matcher(words.getString(key)).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) throw new IllegalStateException("nothing to put for " + found.group() + " of " + key);
            return Matcher.quoteReplacement(value);
        });
    }

    /** A time in UTC as people of that country write it, with its zone. */
    String dateAndTime(Instant instant) {
        return format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT), instant);
    }

    /** The time of day in UTC, with its zone. */
    String time(Instant instant) {
        return format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), instant);
    }

    private String format(DateTimeFormatter style, Instant instant) {
        String text = style.withLocale(formats).withZone(ZoneOffset.UTC).format(instant);
        // Newer JDKs put a narrow no-break space before AM and PM, which not every mail reader has a glyph for.
        return text.replace('\u202f', ' ') + " UTC";
    }
}
