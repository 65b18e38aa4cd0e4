package io.sspr.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of the pages: all there, in each language. */
class WordsTests {

    private static final Path TEXTS = Path.of("src/main/resources/texts");
    private static final Pattern ARGUMENT = Pattern.compile("\\{[0-9n]\\}");

    @ParameterizedTest
    @ValueSource(strings = {"layout", "common", "reset", "session", "account", "help"})
    void standInEachLanguage(String area) throws IOException {
        Properties english = words(area + ".properties");
        Properties slovenian = words(area + "_sl.properties");

        assertThat(slovenian.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String key : english.stringPropertyNames())
            assertThat(arguments(slovenian.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
    }

    /** What a page asks for by name; names that it puts together are tried where they are used. */
    @Test
    void areThereForEveryPage() throws IOException {
        Properties all = new Properties();
        try (Stream<Path> files = Files.list(TEXTS)) {
            for (Path file : files.toList()) all.putAll(words(file.getFileName().toString()));
        }
        Pattern named = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[(}]");
        try (Stream<Path> pages = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path page : pages.filter(Files::isRegularFile).toList()) {
                Matcher names = named.matcher(Files.readString(page));
                while (names.find()) assertThat(all).as("%s", page).containsKey(names.group(1));
            }
        }
    }

    private static String arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .sorted()
                .distinct()
                .collect(Collectors.joining());
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(TEXTS.resolve(file), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
