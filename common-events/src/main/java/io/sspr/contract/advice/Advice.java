package io.sspr.contract.advice;

import io.sspr.contract.policy.Ineligibility;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What to do about a problem, in one language; for front ends, mails and tools alike. */
public final class Advice {

    /** Tags of the languages that there are sentences in; the first stands in for all others. */
    public static final List<String> LANGUAGES = List.of("en", "sl");

    private static final Map<String, Advice> ALL =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Advice::load));

    private final String language;
    private final Map<String, String> sentences;

    private Advice(String language, Map<String, String> sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    /** In the language of a locale such as {@code sl} or {@code sl-SI}, or in English if there is none in that. */
    public static Advice in(String locale) {
        String language = Locale.forLanguageTag(locale.replace('_', '-')).getLanguage();
        return Objects.requireNonNull(ALL.get(ALL.containsKey(language) ? language : LANGUAGES.get(0)));
    }

    /** Tag of the language that the sentences are in. */
    public String language() {
        return language;
    }

    /** For the person who cannot reset alone. */
    public String person(Ineligibility reason) {
        return sentence(reason, "person");
    }

    /** For whoever helps that person. */
    public String administrator(Ineligibility reason) {
        return sentence(reason, "administrator");
    }

    /** For the person who has the problem. */
    public String person(CommonProblem problem) {
        return sentence(problem, "person");
    }

    /** For whoever helps that person. */
    public String administrator(CommonProblem problem) {
        return sentence(problem, "administrator");
    }

    /** All sentences by their keys, which are the same in each language. */
    Map<String, String> sentences() {
        return sentences;
    }

    private String sentence(Enum<?> problem, String reader) {
        return Objects.requireNonNull(sentences.get(problem.name() + "." + reader));
    }

    private static Advice load(String language) {
        Properties properties = new Properties();
        try (InputStream stream =
                        Objects.requireNonNull(Advice.class.getResourceAsStream(language + ".properties"), language);
                Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> sentences = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) sentences.put(key, properties.getProperty(key));
        return new Advice(language, sentences);
    }
}
