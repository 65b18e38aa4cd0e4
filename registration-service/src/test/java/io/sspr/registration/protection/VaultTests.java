package io.sspr.registration.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.registration.rig.TestKeys;
import org.junit.jupiter.api.Test;

class VaultTests {

    private final Vault vault = new Vault(TestKeys.material());

    @Test
    void revealsWhatItConcealedInTheSamePlaceOnly() {
        String concealed = vault.conceal("ana@example.org", "method/1");
        assertThat(concealed).doesNotContain("ana");
        assertThat(vault.reveal(concealed, "method/1")).isEqualTo("ana@example.org");
        assertThatThrownBy(() -> vault.reveal(concealed, "method/2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void concealsTheSameTextDifferentlyEachTime() {
        assertThat(vault.conceal("same", "here")).isNotEqualTo(vault.conceal("same", "here"));
    }

    @Test
    void takesFingerprintsThatCanBeComparedInOnePlaceOnly() {
        String fingerprint = vault.fingerprint("12345678", "code/1");
        assertThat(vault.matches("12345678", "code/1", fingerprint)).isTrue();
        assertThat(vault.matches("12345679", "code/1", fingerprint)).isFalse();
        assertThat(vault.matches("12345678", "code/2", fingerprint)).isFalse();
    }

    @Test
    void derivesTheSameIdEveryTime() {
        assertThat(vault.derivedId("a", "decoy")).isEqualTo(vault.derivedId("a", "decoy"));
        assertThat(vault.derivedId("a", "decoy")).isNotEqualTo(vault.derivedId("b", "decoy"));
        assertThat(vault.derivedId("a", "decoy").version()).isEqualTo(8);
        assertThat(vault.derivedId("a", "decoy").variant()).isEqualTo(2);
    }
}
