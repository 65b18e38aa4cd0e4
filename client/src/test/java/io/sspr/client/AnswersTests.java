package io.sspr.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnswersTests {

    private final Answers answers = new Answers();
    private final UUID request = UUID.randomUUID();

    @Test
    void givesTheReplyToWhoAsked() {
        Asked asked = asked(Duration.ofSeconds(10));
        answers.received(reply(request, new CredentialImported(UUID.randomUUID(), 1)));

        assertThat(asked.reply(CredentialImported.class).version()).isEqualTo(1);
        assertThat(answers.answeredTwice()).isEmpty();
    }

    @Test
    void noticesASecondReplyToItsOwnRequestAndKeepsTheFirst() {
        Asked asked = asked(Duration.ofSeconds(10));
        answers.received(reply(request, new CredentialImported(UUID.randomUUID(), 1)));
        answers.received(reply(request, new CredentialImported(UUID.randomUUID(), 2)));

        assertThat(asked.reply(CredentialImported.class).version()).isEqualTo(1);
        assertThat(answers.answeredTwice()).containsExactly(request);
        assertThat(answers.to(request)).hasSize(2);
    }

    @Test
    void leavesAloneWhatOtherInstancesAsked() {
        Envelope<Message> foreign = reply(UUID.randomUUID(), new CredentialImported(UUID.randomUUID(), 1));
        answers.received(foreign);
        answers.received(foreign);

        assertThat(answers.answeredTwice()).isEmpty();
    }

    @Test
    void saysWhatWasNotAnsweredInTime() {
        assertThatThrownBy(() -> asked(Duration.ofMillis(1)).reply())
                .isInstanceOf(NotAnswered.class)
                .hasMessageContaining("sspr.request.sign-in.v1 " + request)
                .hasMessageContaining("within 0.001 s");
    }

    @Test
    void saysWhatWasAnsweredInstead() {
        Asked asked = asked(Duration.ofSeconds(10));
        answers.received(reply(request, new RequestRefused(null, Refusal.MALFORMED, null)));

        assertThatThrownBy(() -> asked.reply(SignedIn.class))
                .isInstanceOf(UnexpectedReply.class)
                .hasMessageContaining("sspr.reply.request-refused.v1 (MALFORMED) and not SignedIn");
    }

    @Test
    void failsWhatKafkaRefusedAndAllThatIsOpenWhenReadingStops() {
        Asked refused = asked(Duration.ofSeconds(10));
        answers.failed(request, new IllegalStateException("too large"));
        assertThatThrownBy(refused::reply).isInstanceOf(NotAnswered.class).hasMessageContaining("too large");

        Asked open = new Asked(UUID.randomUUID(), "x", answers.expect(UUID.randomUUID()), Duration.ofSeconds(10));
        answers.stop(new IllegalStateException("closed"));
        assertThatThrownBy(open::reply).hasMessageContaining("closed");
        assertThat(answers.expect(UUID.randomUUID())).isCompletedExceptionally();
    }

    private Asked asked(Duration patience) {
        return new Asked(request, "sspr.request.sign-in.v1", answers.expect(request), patience);
    }

    private static Envelope<Message> reply(UUID to, Message message) {
        return new Envelope<>(
                UUID.randomUUID(), "reset-service", Instant.now(), null, null, null, to, null, null, message);
    }
}
