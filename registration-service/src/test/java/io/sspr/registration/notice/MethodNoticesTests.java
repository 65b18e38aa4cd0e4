package io.sspr.registration.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.event.MethodLocked;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.internal.DeliverMethodNotice;
import io.sspr.contract.internal.MethodNotice;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.request.CollectRecoveryCode;
import io.sspr.contract.request.RegisterMethod;
import io.sspr.contract.request.RemoveMethod;
import io.sspr.contract.request.SubmitProof;
import io.sspr.contract.secret.FlowReplyKey;
import io.sspr.contract.secret.MethodChoice;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.ProofEntry;
import io.sspr.contract.secret.Visit;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Beside each event that a person caused goes what the notification service tells of it, the place sealed to it. */
class MethodNoticesTests {

    private static final Rig RIG = new Rig(true);
    private static final Origin HOME = new Origin("203.0.113.0/24", "Firefox on Windows");

    private final People people = new People(RIG);
    private final UUID account = people.provision();
    private final Flow flow = Flow.begin();

    @Test
    void aMethodThatIsAddedIsToldFromWhereItWasProven() {
        addedAddress();
    }

    @Test
    void withoutAnOriginTheNoticeIsAskedForAllTheSame() {
        String code = People.letter(people.registerEmail(account, flow, "ana@example.org"))
                .code();

        assertThat(place(people.prove(flow, code))).isNull();
    }

    @Test
    void aMethodThatIsRemovedIsToldFromWhereItWasRemoved() {
        UUID added = addedAddress();

        Outcome removed = RIG.request(
                new RemoveMethod(People.SOME_SEAL), new MethodChoice(added, HOME), people.signedIn(account));

        assertThat(removed.only(MethodRemoved.class).methodId()).isEqualTo(added);
        assertThat(removed.only(DeliverMethodNotice.class))
                .isEqualTo(new DeliverMethodNotice(
                        account,
                        MethodNotice.METHOD_REMOVED,
                        added,
                        MethodKind.EMAIL,
                        RIG.now(),
                        null,
                        null,
                        removed.only(DeliverMethodNotice.class).sealed()));
        assertThat(place(removed)).isEqualTo(HOME);
    }

    @Test
    void aLockIsToldFromWhereTheLastWrongProofCame() {
        addedAddress();

        Outcome locked = guessedUntilLocked();

        assertThat(locked.only(MethodLocked.class).accountId()).isEqualTo(account);
        assertThat(isTold(locked, MethodNotice.METHOD_LOCKED)).isTrue();
        assertThat(place(locked)).isEqualTo(HOME);
    }

    @Test
    void recoveryCodesAreToldWhenTheyAreGivenUsedAndReplaced() {
        UUID request = UUID.randomUUID();
        ECKey key = People.replyKey();
        RegisterMethod register =
                new RegisterMethod(flow.id(), flow.secret().hash(), MethodKind.RECOVERY_CODE, People.SOME_SEAL);
        MethodEntry entry = new MethodEntry(null, key.toPublicJWK().toJSONString(), HOME);
        Outcome given = RIG.request(request, register, entry, people.signedIn(account));
        assertThat(isTold(given, MethodNotice.RECOVERY_CODES_ISSUED)).isTrue();
        assertThat(place(given)).isEqualTo(HOME);

        List<String> codes = People.recoveryCodes(given.reply(RecoveryCodesReady.class), key, request, flow);
        Flow reset = Flow.begin();
        people.start(account, MethodKind.RECOVERY_CODE, reset);
        Outcome used = prove(reset, codes.get(0));
        assertThat(isTold(used, MethodNotice.RECOVERY_CODE_USED)).isTrue();
        assertThat(used.only(DeliverMethodNotice.class).codesLeft()).isEqualTo(9);
        assertThat(place(used)).isEqualTo(HOME);

        FlowReplyKey collects = new FlowReplyKey(
                reset.secret().text(), People.replyKey().toPublicJWK().toJSONString(), HOME);
        Outcome replaced = RIG.request(new CollectRecoveryCode(reset.id(), People.SOME_SEAL), collects, null);
        assertThat(isTold(replaced, MethodNotice.RECOVERY_CODE_REPLACED)).isTrue();
        assertThat(place(replaced)).isEqualTo(HOME);
    }

    private Outcome guessedUntilLocked() {
        for (int guess = 0; guess < 100; guess++) {
            Flow guessed = Flow.begin();
            people.start(account, MethodKind.EMAIL, guessed);
            Outcome outcome = prove(guessed, "wrong");
            if (outcome.events().stream().anyMatch(MethodLocked.class::isInstance)) return outcome;
            RIG.pass(Duration.ofHours(1));
        }
        throw new AssertionError("never locked");
    }

    private UUID addedAddress() {
        String code = People.letter(people.registerEmail(account, flow, "ana@example.org"))
                .code();
        Outcome added = prove(flow, code);
        MethodRegistered event = added.only(MethodRegistered.class);
        assertThat(added.only(DeliverMethodNotice.class))
                .isEqualTo(new DeliverMethodNotice(
                        account,
                        MethodNotice.METHOD_REGISTERED,
                        event.methodId(),
                        MethodKind.EMAIL,
                        RIG.now(),
                        event.usableFrom(),
                        null,
                        added.only(DeliverMethodNotice.class).sealed()));
        assertThat(place(added)).isEqualTo(HOME);
        return event.methodId();
    }

    private static Outcome prove(Flow flow, String proof) {
        return RIG.request(
                new SubmitProof(flow.id(), People.SOME_SEAL),
                new ProofEntry(flow.secret().text(), proof, HOME),
                null);
    }

    private static boolean isTold(Outcome outcome, MethodNotice notice) {
        return outcome.internals().stream()
                .anyMatch(told -> told instanceof DeliverMethodNotice deliver && deliver.methodNotice() == notice);
    }

    /** As the notification service reads it. */
    private static @Nullable Origin place(Outcome outcome) {
        return People.openForNotification(
                        outcome.only(DeliverMethodNotice.class).sealed(),
                        MessageType.DELIVER_METHOD_NOTICE,
                        outcome.idOf(DeliverMethodNotice.class),
                        Visit.class)
                .origin();
    }
}
