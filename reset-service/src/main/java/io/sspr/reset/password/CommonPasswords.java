package io.sspr.reset.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bundled lists, made for this project: the base terms that passwords are built from, and the whole passwords that
 * everybody tries first, of eight code points and more, for shorter ones are refused anyway (NIST SP 800-63B-4, A.4).
 */
final class CommonPasswords {

    private static final int SHORTEST = 8;

    /** What people put behind a word when they are told to use a digit or a symbol. */
    private static final List<String> ENDINGS = List.of(
            "", "!", "1", "1!", "12", "123", "123!", "1234", "12345", "123456", "01", "007", "11", "69", "99", "2020",
            "2021", "2022", "2023", "2024", "2025", "2026");

    /** In plain form for scoring; variants are found. */
    static final List<String> BASE_TERMS = lines("base-terms.txt");

    private static final Set<String> WHOLE = whole();

    private CommonPasswords() {}

    /** Whether the whole password is one of them, in whatever case (rule PWD-09: not a part of it; for parts see BannedTerms). */
    static boolean holds(String password) {
        return WHOLE.contains(folded(password));
    }

    private static Set<String> whole() {
        Stream<String> built = BASE_TERMS.stream().flatMap(CommonPasswords::builtFrom);
        return Stream.concat(built, lines("common-passwords.txt").stream())
                .map(CommonPasswords::folded)
                .filter(password -> password.codePointCount(0, password.length()) >= SHORTEST)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> builtFrom(String term) {
        return Stream.of(term, term + term, term + term + term)
                .flatMap(word -> ENDINGS.stream().map(ending -> word + ending));
    }

    /** NFC in lower case; by way of upper case, because some letters have two forms in lower case. */
    private static String folded(String password) {
        String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        return composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static List<String> lines(String name) {
        try (InputStream file = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("a bundled list cannot be read", e);
        }
    }
}
