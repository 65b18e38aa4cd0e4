package io.sspr.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Refusal;
import io.sspr.contract.reply.NothingToDo;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.Trouble;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttemptTests {

    private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");
    private static final UUID ID = new UUID(1, 2);

    @Test
    void saysUntilWhenAnAccountIsLocked() {
        Trouble trouble = after(new SignInFailed(Refusal.LOCKED, NOW.plusSeconds(60)));

        assertThat(trouble.refusal()).isEqualTo(Refusal.LOCKED);
        assertThat(trouble.retryAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void saysWhateverElseWentWrong() {
        assertThat(after(new RequestRefused(null, Refusal.SEAL_UNKNOWN_KEY, null))
                        .refusal())
                .isEqualTo(Refusal.SEAL_UNKNOWN_KEY);
        assertThat(after(new RequestExpired(null)).cause()).isEqualTo(Trouble.Cause.LATE);
        assertThat(after(new NothingToDo()).cause()).isEqualTo(Trouble.Cause.UNEXPECTED);
    }

    private static Trouble after(Reply reply) {
        Attempt attempt = new Attempt(ID, "ana.novak", Place.ACCOUNT, new Pending(ID, NOW), null);
        return Objects.requireNonNull(attempt.failed(reply).trouble());
    }
}
