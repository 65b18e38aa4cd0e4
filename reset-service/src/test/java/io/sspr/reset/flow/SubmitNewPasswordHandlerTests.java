package io.sspr.reset.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Envelope;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.request.SubmitNewPassword;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.NewPasswordEntry;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.reset.RunningReset;
import io.sspr.reset.account.Asker;
import io.sspr.reset.credential.NewPassword;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nobody makes this service hash who has not got so far that it could be worth it (ATK-20). */
class SubmitNewPasswordHandlerTests {

    private static final String PASSWORD = "correct horse battery";

    private final SubmitNewPasswordHandler handler = RunningReset.bean(SubmitNewPasswordHandler.class);
    private final Resets resets = RunningReset.bean(Resets.class);
    private final FlowSecret secret = FlowSecret.generate(new SecureRandom());
    private final Instant now = RunningReset.CLOCK.instant();
    private final Beginning beginning = new Beginning(
            UUID.randomUUID(),
            "portal",
            UUID.randomUUID(),
            secret.hash(),
            new Asker(UUID.randomUUID(), true),
            null,
            Purpose.RESET,
            AReset.terms(1),
            false,
            List.of(AReset.registered()),
            false,
            now,
            null);
    private final Progress proven =
            Progress.none(now).withGate(new Gate(UUID.randomUUID(), UUID.randomUUID(), MethodKind.EMAIL, false), now);

    @BeforeAll
    static void withPolicy() {
        RunningReset.tellPolicy(AReset.policy(1, AReset.registered()));
    }

    @Test
    void aPasswordForAnAuthorisedResetIsHashed() {
        add(new Reset.Authorised(beginning, proven));

        assertThat(prepare(secret, PASSWORD).password())
                .isInstanceOfSatisfying(
                        NewPassword.class,
                        password -> assertThat(password.phc()).isNotNull());
    }

    @Test
    void nothingIsHashedForAnUnknownFlow() {
        assertThat(prepare(secret, PASSWORD).password()).isNull();
    }

    @Test
    void nothingIsHashedForTheWrongSecret() {
        add(new Reset.Authorised(beginning, proven));

        assertThat(prepare(FlowSecret.generate(new SecureRandom()), PASSWORD).password())
                .isNull();
    }

    @Test
    void nothingIsHashedBeforeEnoughIsProven() {
        add(new Reset.Choosing(beginning, Progress.none(now)));

        assertThat(prepare(secret, PASSWORD).password()).isNull();
    }

    @Test
    void aPasswordThatBreaksRulesIsNotHashed() {
        add(new Reset.Authorised(beginning, proven));

        assertThat(prepare(secret, "short").password())
                .isInstanceOfSatisfying(
                        NewPassword.class,
                        password -> assertThat(password.phc()).isNull());
    }

    private void add(Reset reset) {
        ResetLimits limits = ResetLimits.of(AReset.policy(1, AReset.registered()));
        resets.add(new Reset.Choosing(beginning, Progress.none(now)), limits);
        resets.save(new Reset.Choosing(beginning, Progress.none(now)), reset, limits, now);
    }

    private SubmitNewPasswordHandler.Facts prepare(FlowSecret flowSecret, String password) {
        SubmitNewPassword request = new SubmitNewPassword(beginning.flow(), new Sealed("e30.AAAA.AAAA.AAAA.AAAA"));
        NewPasswordEntry entry = new NewPasswordEntry(flowSecret.text(), password);
        Prepared<SubmitNewPasswordHandler.Facts> prepared = handler.prepare(new Received<>(
                Envelope.request(UUID.randomUUID(), "portal", now, request), now, "portal", null, entry));
        return ((Prepared.Facts<SubmitNewPasswordHandler.Facts>) prepared).value();
    }
}
