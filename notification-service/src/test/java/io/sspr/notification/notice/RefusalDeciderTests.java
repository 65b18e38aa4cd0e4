package io.sspr.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.event.UnlockRequested;
import io.sspr.contract.policy.Ineligibility;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefusalDeciderTests {

    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final UUID RESET = UUID.randomUUID();
    private static final Instant AT = Instant.parse("2026-11-22T20:03:10Z");

    @Test
    void everyReasonIsToldOfResetsAndUnlocksToTheOwnerAndToNobodyElse() {
        for (Ineligibility reason : Ineligibility.values()) {
            assertThat(RefusalDecider.of(new ResetRequested(RESET, ACCOUNT, "portal", 1, AT, reason)))
                    .contains(reason);
            assertThat(RefusalDecider.of(new UnlockRequested(RESET, ACCOUNT, "portal", 1, AT, reason)))
                    .contains(reason);
        }
    }

    @Test
    void whatCanComeToSomethingOrIsNobodysIsNotTold() {
        assertThat(RefusalDecider.of(new ResetRequested(RESET, ACCOUNT, "portal", 1, AT)))
                .isEmpty();
        assertThat(RefusalDecider.of(new UnlockRequested(RESET, ACCOUNT, "portal", 1, AT)))
                .isEmpty();
        assertThat(RefusalDecider.of(new ResetRequested(RESET, null, "portal", 1, AT, Ineligibility.NOT_REGISTERED)))
                .isEmpty();
    }
}
