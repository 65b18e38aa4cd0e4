package io.sspr.reset.hashing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Argon2Tests {

    private final Argon2 inC = new NativeArgon2();
    private final Argon2 inJava = new PortableArgon2();

    @Test
    void bothGiveTheHashOfTheReferenceImplementation() {
        byte[] password = "password".getBytes(StandardCharsets.UTF_8);
        byte[] salt = "somesalt".getBytes(StandardCharsets.UTF_8);
        Argon2Cost cost = new Argon2Cost(65_536, 2, 1);
        String expected = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(Phc.of(cost, salt, inC.hash(password, salt, cost, 32)).text())
                .isEqualTo(expected);
        assertThat(Phc.of(cost, salt, inJava.hash(password, salt, cost, 32)).text())
                .isEqualTo(expected);
    }

    @Test
    void bothGiveTheSameWhateverThePasswordAndTheCost() {
        Random random = new Random(42);
        for (Argon2Cost cost : List.of(
                new Argon2Cost(8, 1, 1),
                new Argon2Cost(64, 3, 2),
                new Argon2Cost(1_000, 2, 4),
                new Argon2Cost(19_456, 2, 1)))
            for (int length : new int[] {1, 72, 73, 1024}) {
                byte[] password = bytes(random, length);
                byte[] salt = bytes(random, 16);
                assertThat(inC.hash(password, salt, cost, 32)).isEqualTo(inJava.hash(password, salt, cost, 32));
            }
    }

    @Test
    void bothGiveResultsOfOtherLengths() {
        byte[] password = bytes(new Random(1), 20);
        byte[] salt = bytes(new Random(2), 8);
        Argon2Cost cost = new Argon2Cost(64, 1, 1);

        assertThat(inC.hash(password, salt, cost, 64)).hasSize(64).isEqualTo(inJava.hash(password, salt, cost, 64));
    }

    @Test
    void theNativeOneIsUsedWhereItLoads() {
        assertThat(Argon2.of(Argon2Engine.AUTO)).isInstanceOf(NativeArgon2.class);
        assertThat(Argon2.of(Argon2Engine.PORTABLE)).isInstanceOf(PortableArgon2.class);
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
