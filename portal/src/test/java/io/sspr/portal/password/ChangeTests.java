package io.sspr.portal.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.PasswordRule;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.PasswordRefused;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.portal.web.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangeTests {

    private static final UUID ACCOUNT = new UUID(1, 1);
    private static final Instant LATER = Instant.parse("2026-11-24T20:05:00Z");

    private final Change change = Change.of(ACCOUNT);

    @Test
    void isDoneWhenTheirPasswordIsSet() {
        assertThat(change.after(new PasswordSet(null, ACCOUNT, 2)).done()).isTrue();
    }

    @Test
    void isNotDoneBySomebodyElses() {
        Change after = change.after(new PasswordSet(null, new UUID(2, 2), 2));

        assertThat(after.done()).isFalse();
        assertThat(Objects.requireNonNull(after.trouble()).cause()).isEqualTo(Trouble.Cause.UNEXPECTED);
    }

    @Test
    void saysRuleByRuleWhatIsWrong() {
        List<PasswordRule> rules = List.of(PasswordRule.TOO_SHORT, PasswordRule.COMMON);

        assertThat(after(new PasswordRefused(null, rules)).rules()).isEqualTo(rules);
    }

    @Test
    void saysWhyItIsRefusedAndUntilWhen() {
        Trouble locked = after(new RequestRefused(null, Refusal.LOCKED, LATER));

        assertThat(locked.refusal()).isEqualTo(Refusal.LOCKED);
        assertThat(locked.retryAt()).isEqualTo(LATER);
        assertThat(after(new RequestExpired(null)).cause()).isEqualTo(Trouble.Cause.LATE);
    }

    private Trouble after(Reply reply) {
        return Objects.requireNonNull(change.after(reply).trouble());
    }
}
