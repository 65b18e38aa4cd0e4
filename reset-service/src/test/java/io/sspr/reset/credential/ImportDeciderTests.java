package io.sspr.reset.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.secret.InitialCredential;
import io.sspr.reset.hashing.Password;
import io.sspr.reset.hashing.Phc;
import org.junit.jupiter.api.Test;

class ImportDeciderTests {

    private static final String PHC =
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    @Test
    void aHashIsTakenAsItIs() {
        assertThat(ImportDecider.read(new InitialCredential(PHC, null, false)))
                .contains(new ImportDecider.Brought.Hash(Phc.read(PHC).orElseThrow(), false));
        assertThat(ImportDecider.read(new InitialCredential(PHC, null, true)))
                .contains(new ImportDecider.Brought.Hash(Phc.read(PHC).orElseThrow(), true));
    }

    @Test
    void anInitialPasswordNeedNotBeLong() {
        assertThat(ImportDecider.read(new InitialCredential(null, "1", true)))
                .contains(new ImportDecider.Brought.Initial(Password.of("1").orElseThrow()));
        assertThat(ImportDecider.read(new InitialCredential(null, "x".repeat(256), true)))
                .isPresent();
    }

    @Test
    void everythingElseIsInvalid() {
        assertThat(ImportDecider.read(new InitialCredential(null, null, true))).isEmpty();
        assertThat(ImportDecider.read(new InitialCredential(PHC, "both", true))).isEmpty();
        assertThat(ImportDecider.read(new InitialCredential("$2b$12$abc", null, true)))
                .isEmpty();
        assertThat(ImportDecider.read(new InitialCredential(null, "", true))).isEmpty();
        assertThat(ImportDecider.read(new InitialCredential(null, "x".repeat(257), true)))
                .isEmpty();
        assertThat(ImportDecider.read(new InitialCredential(null, "tab\tbed", true)))
                .isEmpty();
        assertThat(ImportDecider.read(new InitialCredential(null, "half \ud83d", true)))
                .isEmpty();
    }
}
