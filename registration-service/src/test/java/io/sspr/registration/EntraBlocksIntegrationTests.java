package io.sspr.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.ResetsBlocked;
import io.sspr.contract.policy.Counted;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.registration.RunningRegistration.InitialPolicy;
import io.sspr.registration.rig.People.Flow;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Blocks of preset "entra" over a real broker and a real database. */
@InitialPolicy("entra")
class EntraBlocksIntegrationTests extends RunningRegistration {

    @Test
    void t8TheTenthMailsCodeStillProvesAfterTheNextMailWasRefused() {
        UUID account = withEmail();
        Instant end = Instant.now().plusSeconds(900);
        Flow flow = Flow.begin();
        // Each begins in place of the one before, as in one reset.
        for (int i = 0; i < 9; i++) portal.answer(start(account, MethodKind.EMAIL, flow, end), ChallengeReady.class);
        UUID tenth = start(account, MethodKind.EMAIL, flow, end);
        portal.answer(tenth, ChallengeReady.class);
        RequestRefused next = portal.answer(start(account, MethodKind.EMAIL, Flow.begin(), end), RequestRefused.class);
        assertThat(next.reason()).isEqualTo(Refusal.BLOCKED_FOR_NOW);
        Envelope<Message> blocked = events.awaitMessage(told -> told.message() instanceof ResetsBlocked);
        Instant until = Objects.requireNonNull(next.retryAt());
        assertThat(blocked.message()).isEqualTo(new ResetsBlocked(account, Counted.MAILS, until));
        UUID proof = prove(flow, letter(tenth).code());
        assertThat(events.awaitMessage(told -> proof.equals(told.correlationId()))
                        .message())
                .isInstanceOf(CodeVerified.class);
    }
}
