package io.sspr.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Any file that is put beside the English one is compared with it. */
class LanguagesTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    @Test
    void allLanguagesHaveTheSameKeysAndPlaceholders() throws Exception {
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThanOrEqualTo(2);
        Map<String, Set<String>> english = placeholders(files.get(0).resolveSibling("mail.properties"));

        for (Path file : files)
            assertThat(placeholders(file)).as("%s", file.getFileName()).isEqualTo(english);
    }

    @Test
    void everyFileIsKnownByItsLanguage() throws Exception {
        assertThat(Languages.of(null).tags()).hasSameSizeAs(files());
    }

    @Test
    void slovenianIsWrittenWithItsOwnLetters() throws Exception {
        Path file = files().get(0).resolveSibling("mail_sl.properties");

        assertThat(Files.readString(file)).contains("š", "č", "ž").doesNotContain("\\u", "\ufffd", "Ä", "Å");
    }

    private static List<Path> files() throws URISyntaxException, IOException {
        Path directory = Path.of(Objects.requireNonNull(Languages.class.getResource("mail.properties"))
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, Set<String>> placeholders(Path file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        Map<String, Set<String>> found = new TreeMap<>();
        for (String key : words.stringPropertyNames())
            found.put(
                    key,
                    PLACEHOLDER
                            .matcher(words.getProperty(key))
                            .results()
                            .map(MatchResult::group)
                            .collect(Collectors.toCollection(TreeSet::new)));
        return found;
    }
}
