package io.sspr.reset.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class PeppersTests {

    private static final Password PASSWORD =
            Password.of("correct horse battery").orElseThrow();

    @TempDir
    private Path folder;

    @Test
    void thereIsNoneByDefaultAndItCanBeSet() {
        Binder nothing = new Binder(new MapConfigurationPropertySource(Map.of()));
        Binder something =
                new Binder(new MapConfigurationPropertySource(Map.of("sspr.hashing.pepper.file", "pepper.jwks")));

        assertThat(nothing.bindOrCreate("sspr.hashing.pepper", PepperProperties.class))
                .isEqualTo(new PepperProperties(null));
        assertThat(something.bindOrCreate("sspr.hashing.pepper", PepperProperties.class))
                .isEqualTo(new PepperProperties(Path.of("pepper.jwks")));
    }

    @ParameterizedTest
    @EnumSource(Argon2Engine.class)
    void aHashNamesItsKeyAndIsWorthNothingWithoutIt(Argon2Engine engine) throws IOException {
        PasswordHasher peppered = hasher(engine, "2026");
        Phc phc = peppered.hash(PASSWORD);

        assertThat(phc.text()).startsWith("$argon2id$v=19$m=19456,t=2,p=1,keyid=MjAyNg$");
        assertThat(Phc.readOwn(phc.text())).contains(phc);
        assertThat(peppered.matches(PASSWORD, phc)).isTrue();
        assertThat(peppered.matches(Password.of("another password").orElseThrow(), phc))
                .isFalse();
        Phc without = new Phc(phc.cost(), phc.salt(), phc.hash(), null);
        assertThat(peppered.matches(PASSWORD, without)).isFalse();
        assertThatThrownBy(() -> hasher(engine).matches(PASSWORD, phc)).hasMessageContaining("not here: 2026");
    }

    @Test
    void aHashWithAKeyFromElsewhereIsNotRead() throws IOException {
        assertThat(Phc.read(hasher(Argon2Engine.AUTO, "2026").hash(PASSWORD).text()))
                .isEmpty();
    }

    @Test
    void whatWasHashedWithAnOlderKeyOrNoneIsVerifiedAndOutdated() throws IOException {
        Phc plain = hasher(Argon2Engine.AUTO).hash(PASSWORD);
        Phc old = hasher(Argon2Engine.AUTO, "2026").hash(PASSWORD);
        PasswordHasher rolled = hasher(Argon2Engine.AUTO, "2027", "2026");

        for (Phc phc : new Phc[] {plain, old}) {
            assertThat(rolled.matches(PASSWORD, phc)).isTrue();
            assertThat(rolled.isOutdated(phc)).isTrue();
        }
        assertThat(rolled.isOutdated(rolled.hash(PASSWORD))).isFalse();
        assertThat(rolled.hash(PASSWORD).pepper()).isEqualTo("2027");
        assertThat(rolled.decoy().pepper()).isEqualTo("2027");
    }

    @Test
    void aProofTellsKeysApart() throws IOException {
        Peppers one = peppers("a", "b");

        assertThat(one.proof("a")).isEqualTo(peppers("a").proof("a")).isNotEqualTo(one.proof("b"));
        assertThat(one.ids()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "{}",
                "{\"keys\":[]}",
                "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a b\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"short\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAA\"}]}",
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"},"
                        + "{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA\"}]}"
            })
    void whatIsNoSetOfKeysStopsTheStart(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("pepper.jwks"), content);

        assertThatThrownBy(() -> new Peppers(new PepperProperties(file)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("sspr.hashing.pepper.file must be a JWK set")
                .hasMessageEndingWith(file.toString())
                .hasNoCause();
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> new Peppers(new PepperProperties(folder.resolve("absent"))))
                .hasMessageContaining("sspr.hashing.pepper.file cannot be read");
    }

    private PasswordHasher hasher(Argon2Engine engine, String... ids) throws IOException {
        HashingProperties properties =
                new HashingProperties(DataSize.ofKilobytes(19_456), 2, 1, DataSize.ofMegabytes(64), engine);
        return ids.length == 0 ? new PasswordHasher(properties) : new PasswordHasher(properties, peppers(ids));
    }

    private Peppers peppers(String... ids) throws IOException {
        String keys = Stream.of(ids).map(PeppersTests::key).collect(Collectors.joining(","));
        return new Peppers(new PepperProperties(
                Files.writeString(folder.resolve(String.join("-", ids)), "{\"keys\":[" + keys + "]}")));
    }

    private static String key(String id) {
        byte[] bytes = (id + "x".repeat(32)).substring(0, 32).getBytes(StandardCharsets.US_ASCII);
        String k = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return "{\"kty\":\"oct\",\"kid\":\"" + id + "\",\"k\":\"" + k + "\"}";
    }
}
