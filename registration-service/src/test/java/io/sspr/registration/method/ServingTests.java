package io.sspr.registration.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.state.MethodStatus;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServingTests {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Serving STRICT = new Serving(false, NOW);
    private static final Serving GENEROUS = new Serving(true, NOW);

    @ParameterizedTest
    @CsvSource({
        "IMPORTED, false, false",
        "VERIFIED, true, true",
        "QUARANTINED, false, false",
        "LOCKED, false, false",
        "REMOVED, false, false"
    })
    void isDecidedByTheState(MethodStatus status, boolean withSignIn, boolean without) {
        assertThat(STRICT.allows(status, Purpose.REGISTER)).isEqualTo(withSignIn);
        assertThat(STRICT.allows(status, Purpose.STEP_UP)).isEqualTo(withSignIn);
        assertThat(STRICT.allows(status, Purpose.RESET)).isEqualTo(without);
        assertThat(STRICT.allows(status, Purpose.UNLOCK)).isEqualTo(without);
        assertThat(STRICT.allows(status, Purpose.ADMINISTRATOR_RESET)).isEqualTo(without);
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void letsImportedOnesVouchForNothingEvenWhereTheyCount(Purpose purpose) {
        boolean vouches = purpose == Purpose.REGISTER || purpose == Purpose.STEP_UP;
        assertThat(GENEROUS.allows(MethodStatus.IMPORTED, purpose)).isEqualTo(!vouches);
        for (MethodStatus status : MethodStatus.values())
            if (status != MethodStatus.IMPORTED)
                assertThat(GENEROUS.allows(status, purpose)).isEqualTo(STRICT.allows(status, purpose));
    }

    @Test
    void endsWithTheLifeOfAMethod() {
        RegisteredMethod code =
                RegisteredMethod.holding(UUID.randomUUID(), UUID.randomUUID(), MethodKind.ADMINISTRATOR_CODE, "hash");
        assertThat(STRICT.allows(code.usableUntil(NOW.plusNanos(1)), Purpose.RESET))
                .isTrue();
        assertThat(STRICT.allows(code.usableUntil(NOW), Purpose.RESET)).isFalse();
    }
}
