package io.sspr.portal.account;

import static io.sspr.contract.MethodKind.AUTHENTICATOR_APP;
import static io.sspr.contract.MethodKind.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.ContractJson;
import io.sspr.portal.account.Sitting.AwaitedList;
import io.sspr.portal.web.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SittingTests {

    private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");

    private final Sitting begun = Sitting.begun(UUID.randomUUID(), NOW);

    @Test
    void remembersAProofForAsLongAsItCounts() {
        Sitting proven = begun.proving(EMAIL, NOW);

        assertThat(proven.provenBy(NOW.plus(Duration.ofMinutes(8)))).isEqualTo(EMAIL);
        assertThat(proven.provenBy(NOW.plus(Duration.ofMinutes(9)))).isNull();
        assertThat(begun.provenBy(NOW)).isNull();
    }

    @Test
    void keepsTheStrongerProofWhileItCounts() {
        Sitting strong = begun.proving(AUTHENTICATOR_APP, NOW);

        assertThat(strong.proving(EMAIL, NOW.plusSeconds(60)).provenBy(NOW.plusSeconds(60)))
                .isEqualTo(AUTHENTICATOR_APP);
        Instant later = NOW.plus(Duration.ofMinutes(20));
        assertThat(strong.proving(EMAIL, later).provenBy(later)).isEqualTo(EMAIL);
        assertThat(begun.proving(EMAIL, NOW).proving(AUTHENTICATOR_APP, NOW).provenBy(NOW))
                .isEqualTo(AUTHENTICATOR_APP);
    }

    @Test
    void takesNothingOverToAnotherSignInButWhatIsStillToBeDone() {
        Sitting left = begun.proving(EMAIL, NOW)
                .awaiting(new AwaitedList(new Pending(UUID.randomUUID(), NOW), "key"))
                .leaving(Errand.LOOK);
        Sitting next = left.in(NOW.plusSeconds(700));

        assertThat(left.due()).isFalse();
        assertThat(left.in(NOW)).isSameAs(left);
        assertThat(next.due()).isTrue();
        assertThat(next.errand()).isEqualTo(Errand.LOOK);
        assertThat(next.proven()).isNull();
        assertThat(next.awaited()).isNull();
        assertThat(next.leaving(null).due()).isFalse();
    }

    @Test
    void survivesTheCookie() throws Exception {
        Sitting full = begun.proving(EMAIL, NOW)
                .awaiting(new AwaitedList(new Pending(UUID.randomUUID(), NOW), "key"))
                .leaving(Errand.add(EMAIL, UUID.randomUUID(), true));

        assertThat(ContractJson.read(ContractJson.write(full), Sitting.class)).isEqualTo(full);
        assertThat(full.toString()).doesNotContain("key");
    }
}
