package io.sspr.reset.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** In a process of its own, where no native library can be loaded. */
class FallBackTests {

    private static final Password PASSWORD =
            Password.of("correct horse battery").orElseThrow();

    @TempDir
    private Path empty;

    @Test
    void whereTheNativeOneDoesNotLoadTheOneInJavaVerifiesItsHashes() throws Exception {
        Phc inC = hasher(Argon2Engine.NATIVE).hash(PASSWORD);

        List<String> said = withoutNative(inC.text());

        assertThat(said).hasSize(2).first().isEqualTo("PortableArgon2 true");
        Phc inJava = Phc.read(said.get(1)).orElseThrow();
        assertThat(hasher(Argon2Engine.NATIVE).matches(PASSWORD, inJava)).isTrue();
    }

    /** Says which implementation it runs on and whether it verifies the hash given; then a hash of its own. */
    public static void main(String... arguments) {
        PasswordHasher hasher = hasher(Argon2Engine.AUTO);
        boolean right = hasher.matches(PASSWORD, Phc.read(arguments[0]).orElseThrow());
        System.out.println(Argon2.of(Argon2Engine.AUTO).getClass().getSimpleName() + " " + right);
        System.out.println(hasher.hash(PASSWORD).text());
    }

    private List<String> withoutNative(String phc) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Djna.nounpack=true",
                        "-Djna.nosys=true",
                        "-Djna.boot.library.path=" + empty,
                        FallBackTests.class.getName(),
                        phc)
                .start();
        try (InputStream out = process.getInputStream()) {
            List<String> said = new String(out.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("$argon2id$")
                            || line.startsWith("PortableArgon2")
                            || line.startsWith("NativeArgon2"))
                    .toList();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }

    private static PasswordHasher hasher(Argon2Engine engine) {
        return new PasswordHasher(
                new HashingProperties(DataSize.ofKilobytes(19_456), 2, 1, DataSize.ofMegabytes(64), engine));
    }
}
