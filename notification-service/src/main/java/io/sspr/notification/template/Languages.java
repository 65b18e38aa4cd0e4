package io.sspr.notification.template;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The languages: {@code mail_<language>.properties} in UTF-8 next to this class, and files of the same names in a directory
 * of the operator's, whose texts are put in place of ours. A new language is a new file with all keys. What is missing or
 * cannot be filled stops the start with a sentence that names file and key.
 */
public final class Languages {

    /** Can be put into every text. */
    private static final String ORGANISATION = "organisation";

    private static final List<String> BUILT_IN = List.of("sl");
    private static final Pattern FILE = Pattern.compile("mail_([a-z]{2,3}(?:_[A-Z]{2})?)\\.properties");

    private final Words english;
    private final Map<String, Words> byTag = new HashMap<>();

    private Languages() {
        english = new Words(Locale.ENGLISH, builtIn("mail.properties"));
        byTag.put("en", english);
        for (String language : BUILT_IN)
            byTag.put(
                    language, new Words(Locale.forLanguageTag(language), builtIn("mail_" + language + ".properties")));
    }

    /** Ours, and what lies in that directory. */
    public static Languages of(@Nullable Path directory) {
        Languages languages = new Languages();
        if (directory != null) for (Path file : files(directory)) languages.add(file);
        return languages;
    }

    /** Their BCP 47 tags. */
    Set<String> tags() {
        return new TreeSet<>(byTag.keySet());
    }

    /** The words for a BCP 47 tag, in English where it is none or there is no file for it. */
    Texts of(String languageTag, ZoneId zone, String organisation) {
        Locale wanted = Locale.forLanguageTag(languageTag);
        Words own = byTag.get(wanted.getLanguage() + "-" + wanted.getCountry());
        if (own == null) own = byTag.getOrDefault(wanted.getLanguage(), english);
        return new Texts(own, wanted, zone, Map.of(ORGANISATION, organisation));
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The directory of sspr.notification.templates cannot be read: " + directory, e);
        }
    }

    private void add(Path file) {
        Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
        if (!name.matches())
            throw new IllegalArgumentException(file
                    + " is named after no language; names are such as mail_de.properties or mail_de_AT.properties.");
        String tag = name.group(1).replace('_', '-');
        Locale language = Locale.forLanguageTag(tag);
        Words base = byTag.containsKey(tag) ? byTag.get(tag) : byTag.get(language.getLanguage());
        Map<String, String> texts = new HashMap<>(base == null ? Map.of() : base.texts());
        read(file).forEach((key, text) -> texts.put(key, checked(file, key, text)));
        for (String key : new TreeSet<>(english.texts().keySet()))
            if (!texts.containsKey(key)) throw new IllegalArgumentException(file + " has no text for " + key + ".");
        byTag.put(tag, new Words(language, texts));
    }

    private String checked(Path file, String key, String text) {
        if (!english.has(key))
            throw new IllegalArgumentException(file + " has a text for " + key + ", which is no key.");
        if (text.isBlank()) throw new IllegalArgumentException(file + " has an empty text for " + key + ".");
        Set<String> allowed = new TreeSet<>(Placeholders.in(english.of(key)));
        // A text message without its code would be none.
        if (allowed.contains("code") && !Placeholders.in(text).contains("code"))
            throw new IllegalArgumentException("In " + file + " the text for " + key + " leaves out {code}.");
        allowed.add(ORGANISATION);
        for (String placeholder : Placeholders.in(text))
            if (!allowed.contains(placeholder))
                throw new IllegalArgumentException("In " + file + " the text for " + key + " has {" + placeholder
                        + "}, and there is nothing to put for it; there is " + allowed + ".");
        return text;
    }

    private static Map<String, String> read(Path file) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " cannot be read as properties in UTF-8.", e);
        }
    }

    private static Map<String, String> builtIn(String name) {
        try (Reader reader = new InputStreamReader(
                requireNonNull(Languages.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        Map<String, String> texts = new HashMap<>();
        for (String key : properties.stringPropertyNames()) texts.put(key, properties.getProperty(key));
        return texts;
    }
}
