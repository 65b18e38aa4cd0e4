package io.sspr.notification.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeDelivered;
import io.sspr.contract.event.DeliveryFailed;
import io.sspr.contract.policy.MessageLimits;
import io.sspr.notification.testing.Log;
import io.sspr.notification.testing.Mailboxes;
import io.sspr.notification.testing.PolicyInForce;
import io.sspr.notification.testing.Registration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How many codes go out is changed while the service runs. */
class LimitsOfThePolicyIntegrationTests {

    private static final Mailboxes MAIL = new Mailboxes();

    private final UUID account = UUID.randomUUID();
    private final String address = "ana." + account + "@example.org";

    @AfterAll
    static void stop() {
        MAIL.close();
    }

    private void isSent(boolean sent) {
        UUID delivery = Registration.code(account, address, "12345678");
        if (sent) assertThat(Log.outcome(delivery).message()).isInstanceOf(CodeDelivered.class);
        else
            assertThat(Log.outcome(delivery).message())
                    .isInstanceOfSatisfying(
                            DeliveryFailed.class,
                            failed -> assertThat(failed.reason()).isEqualTo(Refusal.BUDGET_EXHAUSTED));
    }

    @Test
    void aPolicyWithLowerLimitsStopsTheNextCodeAndTheOldOneLetsItGoAgain() {
        MAIL.use();
        isSent(true);

        PolicyInForce.messages(new MessageLimits(1, 10, 5, 20, 100_000, 100_000, 20, 500, 5000, 10, 30))
                .during(() -> isSent(false));

        isSent(true);
        assertThat(MAIL.to(address)).hasSize(2);
    }
}
