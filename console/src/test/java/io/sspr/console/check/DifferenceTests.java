package io.sspr.console.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.policy.Presets;
import org.junit.jupiter.api.Test;

class DifferenceTests {

    @Test
    void namesEachPartWithWhatItWasAndWhatItIs() {
        assertThat(Difference.between(Presets.safe(), Presets.entra()))
                .extracting(Difference::toString)
                .contains(
                        "gates: 2 → 1",
                        "disclosure: \"STRICT\" → \"HELPFUL\"",
                        "limits.codes.resends: 3 → 10",
                        "registration.skips: 3 → absent",
                        "kinds: [\"AUTHENTICATOR_APP\",\"EMAIL\",\"RECOVERY_CODE\"] → [\"AUTHENTICATOR_APP\",\"EMAIL\",\"SMS\"]");
    }

    @Test
    void nothingDiffersFromItself() {
        assertThat(Difference.between(Presets.safe(), Presets.safe())).isEmpty();
    }
}
