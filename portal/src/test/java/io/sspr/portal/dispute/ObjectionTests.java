package io.sspr.portal.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Refusal;
import io.sspr.contract.reply.NothingToDo;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ResetDisputed;
import io.sspr.portal.web.Trouble;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ObjectionTests {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void isBelievedWhenTheServiceSaysSo() {
        assertThat(after(new ResetDisputed()))
                .extracting(Objection::believed, Objection::pending, Objection::trouble)
                .containsExactly(true, null, null);
    }

    /** Nobody may think their account safe that is not. */
    @ParameterizedTest
    @EnumSource(Refusal.class)
    void isNotBelievedWhateverTheReason(Refusal reason) {
        Objection refused = after(new RequestRefused(null, reason, NOW));

        assertThat(refused.believed()).isFalse();
        assertThat(refused.pending()).isNull();
        assertThat(refused.trouble()).isNotNull();
    }

    @Test
    void saysWhenToTryAgain() {
        assertThat(trouble(new RequestRefused(null, Refusal.TOO_SOON, NOW)))
                .isEqualTo(Trouble.refused(Refusal.TOO_SOON, NOW));
    }

    @Test
    void takesWhatIsNoCodeForAWrongOne() {
        for (Refusal reason : new Refusal[] {Refusal.MALFORMED, Refusal.LOGIN_INVALID, Refusal.DISPUTE_INVALID})
            assertThat(trouble(new RequestRefused(null, reason, null)))
                    .isEqualTo(Trouble.refused(Refusal.DISPUTE_INVALID, null));
    }

    @Test
    void saysThatItCameTooLateOrWasAnsweredStrangely() {
        assertThat(trouble(new RequestExpired(null))).isEqualTo(Trouble.of(Trouble.Cause.LATE));
        assertThat(trouble(new NothingToDo())).isEqualTo(Trouble.of(Trouble.Cause.UNEXPECTED));
    }

    private static @Nullable Trouble trouble(Reply reply) {
        return after(reply).trouble();
    }

    private static Objection after(Reply reply) {
        return Objection.made(new UUID(1, 2), NOW).after(reply);
    }
}
