package io.sspr.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.ContractJson;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.StepUpPassed;
import io.sspr.portal.account.Proving.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProvingStepsTests {

    private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");

    private final UUID flow = UUID.randomUUID();
    private final Proving begun =
            Proving.begun(UUID.randomUUID(), flow, "secret", Errand.LOOK, List.of(MethodKind.SMS, MethodKind.EMAIL));
    private final Proving proving =
            after(begun, new ChallengeReady(flow, MethodKind.SMS, 8, NOW.plusSeconds(600), NOW.plusSeconds(60), null));

    @Test
    void goesFromAChoiceOverACodeToTheErrand() {
        assertThat(proving.stage()).isEqualTo(Stage.PROVING);
        assertThat(proving.challenge()).isNotNull();
        assertThat(after(proving, new StepUpPassed(flow, MethodKind.SMS)).stage())
                .isEqualTo(Stage.PASSED);
    }

    @Test
    void letsAnotherKindBeChosenWhenOneIsRefused() {
        assertThat(after(begun, new RequestRefused(flow, Refusal.BUDGET_EXHAUSTED, null)))
                .matches(one -> one.stage() == Stage.CHOOSING && one.trouble() != null);
        assertThat(after(begun, new RequestExpired(flow)).stage()).isEqualTo(Stage.CHOOSING);
    }

    @Test
    void endsWithTheLastAttemptOrTheFlow() {
        assertThat(after(proving, new ProofRejected(flow, Refusal.WRONG_PROOF, 2, null))
                        .stage())
                .isEqualTo(Stage.PROVING);
        assertThat(after(proving, new ProofRejected(flow, Refusal.WRONG_PROOF, 0, null))
                        .stage())
                .isEqualTo(Stage.OVER);
        assertThat(after(proving, new RequestRefused(flow, Refusal.METHOD_LOCKED, null))
                        .stage())
                .isEqualTo(Stage.OVER);
        assertThat(after(proving, new RequestRefused(flow, Refusal.NO_MORE_CODES, null))
                        .stage())
                .isEqualTo(Stage.PROVING);
    }

    @Test
    void comesToAnEndByTheLateAnswerToAnEarlierCode() {
        UUID first = UUID.randomUUID();
        Proving again = proving.asked(first, NOW).waitingNoLonger();

        assertThat(again.stage()).isEqualTo(Stage.PROVING);
        assertThat(ProvingSteps.after(again, first, new StepUpPassed(flow, MethodKind.SMS)))
                .matches(one -> one.stage() == Stage.PASSED && one.awaited().isEmpty());
        // What was wrong with it is of no interest any more.
        assertThat(ProvingSteps.after(again, first, new ProofRejected(flow, Refusal.WRONG_PROOF, 0, null)))
                .matches(one -> one.stage() == Stage.PROVING
                        && one.trouble() == null
                        && one.awaited().isEmpty());
        assertThat(ProvingSteps.after(again, UUID.randomUUID(), new RequestExpired(flow))
                        .awaited())
                .containsExactly(first);
    }

    @Test
    void survivesTheCookie() throws Exception {
        Proving asked = proving.asked(UUID.randomUUID(), NOW);

        assertThat(ContractJson.read(ContractJson.write(asked), Proving.class)).isEqualTo(asked);
    }

    private static Proving after(Proving proving, Reply reply) {
        UUID request = UUID.randomUUID();
        return ProvingSteps.after(proving.asked(request, NOW), request, reply);
    }
}
