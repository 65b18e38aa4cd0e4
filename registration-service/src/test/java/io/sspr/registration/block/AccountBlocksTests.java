package io.sspr.registration.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.AccountUnblocked;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.event.ResetsBlocked;
import io.sspr.contract.policy.Counted;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.registration.kind.app.Totp;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountBlocksTests {
    private static final Rig RIG = new Rig(Presets.entra());
    private final People people = new People(RIG);
    private final UUID account = people.provision();

    @Test
    void t8FiveFailedProofsBlockForADayAndAreToldOfOnce() {
        people.withEmail(account, "ana@example.org");
        Outcome fifth = fiveWrong(account);
        Instant until = RIG.now().plus(Duration.ofDays(1));
        assertThat(fifth.only(ResetsBlocked.class)).isEqualTo(new ResetsBlocked(account, Counted.WRONG_PROOFS, until));
        assertThat(refused(account)).isEqualTo(new Refused(Refusal.BLOCKED_FOR_NOW, until));
        RIG.pass(Duration.ofDays(1).minusSeconds(1));
        assertThat(refused(account)).isEqualTo(new Refused(Refusal.BLOCKED_FOR_NOW, until));
        RIG.pass(Duration.ofSeconds(1));
        assertThat(people.start(account, MethodKind.EMAIL, Flow.begin()).reply(ChallengeReady.class))
                .isNotNull();
    }

    @Test
    void aVerificationThatIsUnderWayIsBlockedToo() {
        people.withEmail(account, "ana@example.org");
        Flow open = Flow.begin();
        String code =
                People.letter(people.start(account, MethodKind.EMAIL, open)).code();
        fiveWrong(account);
        assertThat(people.prove(open, code).refusal()).isEqualTo(Refusal.BLOCKED_FOR_NOW);
        RIG.pass(Duration.ofSeconds(10));
        assertThat(people.resend(open).refusal()).isEqualTo(Refusal.BLOCKED_FOR_NOW);
    }

    @Test
    void anUnknownLoginIsBlockedTheSameButNobodyHears() {
        UUID nobody = UUID.randomUUID();
        Outcome known = fiveWrong(account);
        Outcome unknown = fiveWrong(nobody);
        assertThat(unknown.events()).noneMatch(ResetsBlocked.class::isInstance);
        assertThat(unknown.statements()).isEqualTo(known.statements());
        assertThat(unknown.reply(ProofRejected.class).reason())
                .isEqualTo(known.reply(ProofRejected.class).reason());
        assertThat(refused(nobody)).isEqualTo(refused(account));
    }

    @Test
    void t8TheTenthMailsCodeProvesAndTheNextMailIsRefused() {
        people.withEmail(account, "ana@example.org");
        for (int i = 0; i < 9; i++) people.start(account, MethodKind.EMAIL, Flow.begin());
        Flow flow = Flow.begin();
        Outcome tenth = people.start(account, MethodKind.EMAIL, flow);
        assertThat(tenth.events()).noneMatch(ResetsBlocked.class::isInstance);
        Outcome next = people.start(account, MethodKind.EMAIL, Flow.begin());
        assertThat(next.only(ResetsBlocked.class))
                .isEqualTo(new ResetsBlocked(account, Counted.MAILS, RIG.now().plus(Duration.ofDays(1))));
        assertThat(next.reply(RequestRefused.class).reason()).isEqualTo(Refusal.BLOCKED_FOR_NOW);
        assertThat(People.letter(tenth).address()).isEqualTo("ana@example.org");
        assertThat(people.prove(flow, People.letter(tenth).code()).only(CodeVerified.class))
                .isNotNull();
    }

    @Test
    void t8OnceMailsAreBlockedNoOtherCodeIsSentEither() {
        Flow open = Flow.begin();
        people.start(account, MethodKind.SMS, open);
        for (int i = 0; i < 11; i++) people.start(account, MethodKind.EMAIL, Flow.begin());
        RIG.pass(Duration.ofSeconds(10));
        assertThat(people.resend(open).refusal()).isEqualTo(Refusal.BLOCKED_FOR_NOW);
        assertThat(people.start(account, MethodKind.AUTHENTICATOR_APP, Flow.begin())
                        .reply(RequestRefused.class)
                        .reason())
                .isEqualTo(Refusal.BLOCKED_FOR_NOW);
    }

    @Test
    void t8ACodeSentAnewCountsLikeTheFirst() {
        Flow flow = Flow.begin();
        people.start(account, MethodKind.SMS, flow);
        for (int i = 0; i < 4; i++) {
            RIG.pass(Duration.ofSeconds(10L << i));
            assertThat(people.resend(flow).reply(ChallengeReady.class)).isNotNull();
        }
        RIG.pass(Duration.ofSeconds(160));
        Outcome sixth = people.resend(flow);
        assertThat(sixth.only(ResetsBlocked.class).counted()).isEqualTo(Counted.TRIES);
        assertThat(sixth.refusal()).isEqualTo(Refusal.BLOCKED_FOR_NOW);
    }

    @Test
    void t8AFifthTryThatIsRightLetsItsOwnerGoOnToTheSecondGate() {
        people.withEmail(account, "ana@example.org");
        People.App app = people.withApp(account);
        Flow flow = Flow.begin();
        people.start(account, MethodKind.AUTHENTICATOR_APP, flow);
        for (int i = 0; i < 4; i++) people.prove(flow, "nothing");
        Outcome fifth = people.prove(flow, Totp.codeAt(app.seed(), RIG.now()));
        assertThat(fifth.only(CodeVerified.class)).isNotNull();
        assertThat(fifth.events()).noneMatch(ResetsBlocked.class::isInstance);
        Flow second = Flow.begin();
        Outcome mailed = people.start(account, MethodKind.EMAIL, second);
        assertThat(people.prove(second, People.letter(mailed).code()).only(CodeVerified.class))
                .isNotNull();
    }

    @Test
    void t8ASixthTryWithTheAppIsRefusedThoughItIsRight() {
        People.App app = people.withApp(account);
        for (int i = 0; i < 5; i++) {
            Flow flow = Flow.begin();
            people.start(account, MethodKind.AUTHENTICATOR_APP, flow);
            assertThat(people.prove(flow, Totp.codeAt(app.seed(), RIG.now())).only(CodeVerified.class))
                    .isNotNull();
            RIG.pass(Duration.ofSeconds(60));
        }
        Flow flow = Flow.begin();
        people.start(account, MethodKind.AUTHENTICATOR_APP, flow);
        Outcome sixth = people.prove(flow, Totp.codeAt(app.seed(), RIG.now()));
        assertThat(sixth.refusal()).isEqualTo(Refusal.BLOCKED_FOR_NOW);
        assertThat(sixth.only(ResetsBlocked.class).counted()).isEqualTo(Counted.TRIES);
    }

    @Test
    void t8ASuccessfulResetClearsTheCounts() {
        for (int i = 0; i < 5; i++) people.start(account, MethodKind.SMS, Flow.begin());
        Instant now = RIG.now();
        RIG.message(UUID.randomUUID(), new PasswordChanged(account, 2, Cause.CHANGED, null, false, now, now));
        RIG.message(
                UUID.randomUUID(), new PasswordChanged(account, 3, Cause.RESET, UUID.randomUUID(), false, now, now));
        for (int i = 0; i < 5; i++)
            assertThat(people.start(account, MethodKind.SMS, Flow.begin()).reply(ChallengeReady.class))
                    .isNotNull();
    }

    @Test
    void aPasswordThatWasKnownClearsNothing() {
        for (int i = 0; i < 6; i++) people.start(account, MethodKind.SMS, Flow.begin());
        Instant now = RIG.now();
        RIG.message(UUID.randomUUID(), new PasswordChanged(account, 2, Cause.CHANGED, null, false, now, now));
        assertThat(refused(account).reason()).isEqualTo(Refusal.BLOCKED_FOR_NOW);
    }

    @Test
    void anAdministratorLiftsABlock() {
        fiveWrong(account);
        RIG.message(UUID.randomUUID(), new AccountUnblocked(account, UUID.randomUUID()));
        assertThat(people.start(account, MethodKind.EMAIL, Flow.begin()).reply(ChallengeReady.class))
                .isNotNull();
    }

    @Test
    void aResetThatAnAdministratorArrangedEndsABlock() {
        fiveWrong(account);
        Instant now = RIG.now();
        RIG.message(
                UUID.randomUUID(),
                new PasswordChanged(account, 2, Cause.ADMINISTRATOR, UUID.randomUUID(), false, now, now));
        assertThat(people.start(account, MethodKind.EMAIL, Flow.begin()).reply(ChallengeReady.class))
                .isNotNull();
    }

    @Test
    void nothingIsCountedWhereThePolicyHasNoBlocks() {
        Rig safe = new Rig(true);
        UUID other = new People(safe).provision();
        for (int i = 0; i < 12; i++) new People(safe).start(other, MethodKind.EMAIL, Flow.begin());
        assertThat(safe.database()
                        .sql("SELECT count(*) FROM block_counts")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anUnknownLoginThatAsksForTooManyMailsIsRefusedTheSame() {
        UUID nobody = UUID.randomUUID();
        for (UUID asker : List.of(account, nobody))
            for (int i = 0; i < 10; i++) people.start(asker, MethodKind.EMAIL, Flow.begin());
        Outcome known = people.start(account, MethodKind.EMAIL, Flow.begin());
        Outcome unknown = people.start(nobody, MethodKind.EMAIL, Flow.begin());
        assertThat(unknown.events()).noneMatch(ResetsBlocked.class::isInstance);
        assertThat(unknown.statements()).isEqualTo(known.statements());
        assertThat(unknown.reply(RequestRefused.class).retryAt())
                .isEqualTo(known.reply(RequestRefused.class).retryAt());
    }

    private record Refused(Refusal reason, Instant retryAt) {}

    private Refused refused(UUID accountId) {
        RequestRefused refused =
                people.start(accountId, MethodKind.EMAIL, Flow.begin()).reply(RequestRefused.class);
        Instant retryAt = refused.retryAt();
        return new Refused(refused.reason(), retryAt == null ? Instant.MAX : retryAt);
    }

    private Outcome fiveWrong(UUID accountId) {
        Flow flow = Flow.begin();
        people.start(accountId, MethodKind.EMAIL, flow);
        for (int i = 0; i < 4; i++) people.prove(flow, "nothing");
        return people.prove(flow, "nothing");
    }
}
