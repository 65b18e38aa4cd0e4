package io.sspr.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.DefaultMethodChosen;
import io.sspr.contract.reply.MethodRemoved;
import io.sspr.contract.reply.MethodsConfirmed;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangeTests {

    private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");

    private final UUID method = UUID.randomUUID();
    private final UUID request = UUID.randomUUID();
    private final Change asked = Change.begun(UUID.randomUUID(), UUID.randomUUID(), Change.What.REMOVE, method)
            .asked(request, NOW);

    @Test
    void isDoneWhenTheServiceSaysSo() {
        assertThat(asked.after(request, new MethodRemoved(method)).done()).isTrue();
        assertThat(asked.after(request, new DefaultMethodChosen(method)).done()).isTrue();
        assertThat(asked.after(request, new MethodsConfirmed(NOW)))
                .matches(change -> change.done() && NOW.equals(change.nextAt()) && change.pending() == null);
    }

    @Test
    void canBeAskedAgainWhenItIsRefused() {
        assertThat(asked.after(request, new RequestRefused(null, Refusal.STEP_UP_NEEDED, null)))
                .matches(change -> !change.done() && change.trouble() != null && change.pending() == null);
        assertThat(asked.after(request, new RequestExpired(null)).trouble()).isNotNull();
    }

    @Test
    void isDoneByTheLateAnswerToAnEarlierTry() {
        Change again = asked.waitingNoLonger().asked(UUID.randomUUID(), NOW);

        assertThat(again.after(request, new MethodRemoved(method)))
                .matches(change -> change.done() && change.awaited().isEmpty());
        assertThat(again.after(request, new RequestExpired(null)))
                .matches(change -> !change.done() && change.pending() != null && change.trouble() == null);
    }

    @Test
    void survivesTheCookie() throws Exception {
        assertThat(ContractJson.read(ContractJson.write(asked), Change.class)).isEqualTo(asked);
    }
}
