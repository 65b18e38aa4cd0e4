package io.sspr.audit;

import io.sspr.audit.finding.FindingCode;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.AccountRegistered;
import io.sspr.contract.event.AccountUnlocked;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.CodeAwaited;
import io.sspr.contract.event.CodeDelivered;
import io.sspr.contract.event.CodeIssued;
import io.sspr.contract.event.CodeRejected;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.DefaultMethodChosen;
import io.sspr.contract.event.GatePassed;
import io.sspr.contract.event.MethodImported;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.MethodReleased;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.event.NoticeDelivered;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.event.PasswordRefused;
import io.sspr.contract.event.RecoveryCodeUsed;
import io.sspr.contract.event.RecoveryCodesIssued;
import io.sspr.contract.event.Removal;
import io.sspr.contract.event.ResetAuthorized;
import io.sspr.contract.event.ResetCancelled;
import io.sspr.contract.event.ResetDisputed;
import io.sspr.contract.event.ResetExpired;
import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.event.SignedIn;
import io.sspr.contract.event.VerificationEnded;
import io.sspr.contract.event.VerificationRequested;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Lives with one fault each, by what it must be found as. */
final class Faults {

    private static final MethodKind MAIL = MethodKind.EMAIL;
    private static final MethodKind APP = MethodKind.AUTHENTICATOR_APP;

    /**
     * One fault.
     *
     * @param name what was done
     * @param code what it is found as, and nothing else
     * @param life the person's story
     */
    record Fault(String name, FindingCode code, Consumer<Somebody> life) {
        @Override
        public String toString() {
            return name + " is " + code;
        }
    }

    private Faults() {}

    private static Fault fault(String name, FindingCode code, Consumer<Somebody> life) {
        return new Fault(name, code, life);
    }

    /** Those of an account that is settled before. */
    static List<Fault> all() {
        return List.of(
                // G2
                fault("an event that is not there", FindingCode.EVENT_MISSING, one -> {
                    one.stories.draft(new SignedIn(one.id), null);
                    one.stories.tell(new SignedIn(one.id));
                }),
                fault("an event written twice", FindingCode.EVENT_REPEATED, one -> {
                    Stories.Draft draft = one.stories.draft(new SignedIn(one.id), null);
                    one.stories.write(draft);
                    draft.headers.put("ce_id", UUID.randomUUID().toString());
                    one.stories.write(draft);
                }),
                fault("two events the wrong way round", FindingCode.EVENT_OUT_OF_ORDER, one -> {
                    Stories.Draft first = one.stories.draft(new SignedIn(one.id), null);
                    one.stories.tell(new SignedIn(one.id));
                    one.stories.write(first);
                }),
                fault("an event without a number", FindingCode.EVENT_UNNUMBERED, one -> {
                    one.reset();
                    one.stories.tell(new SignedIn(one.id), null, draft -> draft.headers.remove("ce_keysequence"));
                }),
                fault("an id of another event", FindingCode.ID_REPEATED, one -> {
                    UUID id = one.stories.tell(new SignedIn(one.id));
                    one.stories.tell(new SignedIn(one.id), null, draft -> draft.headers.put("ce_id", id.toString()));
                }),
                fault("a key in two partitions", FindingCode.KEY_MOVED, one -> {
                    one.stories.tell(new NoticeDelivered(UUID.randomUUID(), one.id, "x"), null, d -> d.partition = 0);
                    one.stories.tell(new NoticeDelivered(UUID.randomUUID(), one.id, "x"), null, d -> d.partition = 1);
                }),
                fault(
                        "a record that is no JSON",
                        FindingCode.EVENT_UNREADABLE,
                        one -> one.stories.tell(
                                new NoticeDelivered(UUID.randomUUID(), one.id, "x"),
                                null,
                                draft -> draft.value = "{".getBytes(StandardCharsets.UTF_8))),
                fault(
                        "an event from another service",
                        FindingCode.EVENT_MISPLACED,
                        one -> one.stories.tell(
                                new SignedIn(one.id),
                                null,
                                draft -> draft.headers.put("ce_source", "registration-service"))),

                // G3
                fault("a reset that asks for too little", FindingCode.GATES_UNDERSTATED, one -> {
                    UUID reset = one.ask(1);
                    one.prove(reset, MAIL, 1);
                    one.prove(reset, APP, 2);
                    one.stories.tell(new ResetAuthorized(reset, one.id));
                    one.set(reset);
                }),
                fault("a gate missing", FindingCode.GATES_TOO_FEW, one -> {
                    UUID reset = one.ask();
                    one.prove(reset, APP, 1);
                    one.stories.tell(new ResetAuthorized(reset, one.id));
                    one.set(reset);
                }),
                fault("an address that nobody had proven", FindingCode.GATES_TOO_FEW, one -> {
                    UUID onFile = UUID.randomUUID();
                    one.stories.tell(new MethodImported(onFile, one.id, MAIL));
                    one.methods.put(MAIL, onFile);
                    one.reset();
                }),
                fault("a gate without a proof", FindingCode.GATE_UNPROVEN, one -> {
                    UUID reset = one.authorised();
                    UUID verification = one.choose(reset, MethodKind.SMS, 3);
                    one.stories.tell(new VerificationEnded(verification, one.id, reset, Refusal.ENDED));
                    one.stories.tell(new GatePassed(reset, one.id, verification, UUID.randomUUID(), MethodKind.SMS, 3));
                    one.set(reset);
                }),
                fault("the proof of another reset", FindingCode.GATE_UNPROVEN, one -> {
                    UUID other = one.ask();
                    UUID verification = one.choose(other, MAIL, 1);
                    UUID proof = one.verify(other, verification, MAIL);
                    UUID reset = one.ask();
                    one.pass(reset, verification, MAIL, 1, proof);
                    one.stories.tell(new ResetCancelled(other, one.id));
                    one.stories.tell(new ResetCancelled(reset, one.id));
                }),
                fault("the same method for two gates", FindingCode.METHOD_USED_TWICE, one -> {
                    UUID reset = one.authorised();
                    one.prove(reset, MAIL, 3);
                    one.set(reset);
                }),
                fault("a proof used twice", FindingCode.PROOF_USED_TWICE, one -> {
                    UUID reset = one.ask();
                    UUID verification = one.choose(reset, MAIL, 1);
                    UUID proof = one.verify(reset, verification, MAIL);
                    one.pass(reset, verification, MAIL, 1, proof);
                    one.pass(reset, verification, MAIL, 2, proof);
                    one.stories.tell(new ResetCancelled(reset, one.id));
                }),
                fault("an administrator's code verified twice", FindingCode.PROOF_USED_TWICE, one -> {
                    one.allow();
                    UUID reset = one.ask();
                    one.prove(reset, MethodKind.ADMINISTRATOR_CODE, 1);
                    one.stories.tell(new ResetCancelled(reset, one.id));
                    one.password(Cause.ADMINISTRATOR, one.arrangedReset());
                }),
                fault("a proof after its code expired", FindingCode.PROOF_TOO_LATE, one -> {
                    UUID reset = one.ask();
                    UUID verification = one.choose(reset, MAIL, 1);
                    one.stories.pass(Duration.ofMinutes(13));
                    one.pass(reset, verification, MAIL, 1, one.verify(reset, verification, MAIL));
                    one.prove(reset, APP, 2);
                    one.stories.tell(new ResetAuthorized(reset, one.id));
                    one.set(reset);
                }),
                fault("a proof by a method that was removed", FindingCode.METHOD_UNUSABLE, one -> {
                    one.stories.tell(new MethodRemoved(one.method(MAIL), one.id, MAIL, Removal.OWNER));
                    one.reset();
                }),
                fault("a proof by a method in quarantine", FindingCode.METHOD_UNUSABLE, one -> {
                    UUID method = UUID.randomUUID();
                    UUID verification = UUID.randomUUID();
                    one.begin(verification, null, MethodKind.SMS, Purpose.REGISTER);
                    one.stories.tell(
                            new CodeVerified(verification, one.id, null, method, MethodKind.SMS, Purpose.REGISTER));
                    one.stories.tell(
                            new MethodRegistered(method, one.id, MethodKind.SMS, one.in(Duration.ofHours(24))));
                    one.methods.put(MethodKind.SMS, method);
                    UUID reset = one.authorised();
                    one.prove(reset, MethodKind.SMS, 3);
                    one.set(reset);
                }),
                fault(
                        "a password without a reset",
                        FindingCode.PASSWORD_WITHOUT_RESET,
                        one -> one.password(Cause.RESET, UUID.randomUUID())),
                fault(
                        "an account unlocked by nothing",
                        FindingCode.PASSWORD_WITHOUT_RESET,
                        one -> one.stories.tell(new AccountUnlocked(one.id, UUID.randomUUID()))),
                fault("a password set too late", FindingCode.PASSWORD_TOO_LATE, one -> {
                    UUID reset = one.authorised();
                    one.stories.pass(Duration.ofMinutes(20));
                    one.set(reset);
                }),
                fault("a reset that another password had ended", FindingCode.PASSWORD_BY_VOID_RESET, one -> {
                    UUID reset = one.authorised();
                    one.stories.pass(Duration.ofMinutes(5));
                    one.password(Cause.CHANGED, null);
                    one.stories.pass(Duration.ofMinutes(5));
                    one.set(reset);
                }),
                fault("a change while frozen", FindingCode.PASSWORD_WHILE_FROZEN, one -> {
                    one.stories.tell(new ResetDisputed(one.id, one.stories.now()));
                    one.stories.pass(Duration.ofMinutes(5));
                    one.password(Cause.CHANGED, null);
                }),
                fault("arranged by nothing", FindingCode.ARRANGED_WITHOUT_CODE, one -> {
                    one.allow();
                    one.password(Cause.ADMINISTRATOR, one.authorised());
                }),
                fault("allowed by nobody", FindingCode.ARRANGED_WITHOUT_ADMINISTRATOR, one -> {
                    one.methods.put(MethodKind.ADMINISTRATOR_CODE, UUID.randomUUID());
                    one.password(Cause.ADMINISTRATOR, one.arrangedReset());
                }),
                fault("allowed once, used twice", FindingCode.ARRANGED_WITHOUT_ADMINISTRATOR, one -> {
                    one.allow();
                    one.password(Cause.ADMINISTRATOR, one.arrangedReset());
                    one.methods.put(MethodKind.ADMINISTRATOR_CODE, UUID.randomUUID());
                    one.stories.pass(Duration.ofMinutes(5));
                    one.password(Cause.ADMINISTRATOR, one.arrangedReset());
                }),

                // G4
                fault("a version skipped", FindingCode.VERSION_SKIPPED, one -> {
                    one.version++;
                    one.password(Cause.CHANGED, null);
                }),
                fault(
                        "a version told twice",
                        FindingCode.VERSION_REPEATED,
                        one -> one.password(Cause.CHANGED, null, 1)),

                // lifecycles
                fault(
                        "a step of no reset",
                        FindingCode.RESET_UNKNOWN,
                        one -> one.stories.tell(new ResetCancelled(UUID.randomUUID(), one.id))),
                fault("a reset that begins twice", FindingCode.RESET_BEGUN_TWICE, one -> {
                    UUID reset = one.ask();
                    one.stories.tell(new ResetRequested(reset, one.id, "portal", 2, one.in(Somebody.LIFE)));
                    one.stories.tell(new ResetCancelled(reset, one.id));
                }),
                fault("two ends of a reset", FindingCode.RESET_ENDED_TWICE, one -> {
                    UUID reset = one.authorised();
                    one.set(reset);
                    one.stories.tell(new ResetExpired(reset, one.id, Refusal.EXPIRED));
                }),
                fault("a step after the end", FindingCode.RESET_AFTER_END, one -> {
                    UUID reset = one.ask();
                    one.stories.tell(new ResetCancelled(reset, one.id));
                    UUID verification = UUID.randomUUID();
                    one.stories.tell(new VerificationRequested(reset, verification, one.id, MAIL, 1));
                }),
                fault("a step after the password", FindingCode.RESET_AFTER_END, one -> {
                    UUID reset = one.authorised();
                    one.set(reset);
                    one.stories.pass(Duration.ofMinutes(5));
                    one.stories.tell(new VerificationRequested(reset, UUID.randomUUID(), one.id, MAIL, 1));
                }),
                fault("a reset without an end", FindingCode.RESET_NEVER_ENDED, Somebody::ask),
                fault("a password before its time", FindingCode.RESET_OUT_OF_ORDER, one -> {
                    UUID reset = one.ask();
                    one.stories.tell(new PasswordRefused(one.id, reset, List.of()));
                    one.stories.tell(new ResetCancelled(reset, one.id));
                }),
                fault(
                        "the end of no verification",
                        FindingCode.VERIFICATION_UNKNOWN,
                        one -> one.stories.tell(
                                new VerificationEnded(UUID.randomUUID(), one.id, null, Refusal.EXPIRED))),
                fault(
                        "the code of no verification",
                        FindingCode.VERIFICATION_UNKNOWN,
                        one -> one.stories.tell(new CodeDelivered(UUID.randomUUID(), UUID.randomUUID(), one.id, MAIL))),
                fault("a verification that begins twice", FindingCode.VERIFICATION_BEGUN_TWICE, one -> {
                    UUID verification = UUID.randomUUID();
                    for (int i = 0; i < 2; i++)
                        one.stories.tell(new CodeAwaited(
                                verification, one.id, null, APP, Purpose.STEP_UP, one.in(Duration.ofMinutes(10))));
                    one.stories.tell(new VerificationEnded(verification, one.id, null, Refusal.EXPIRED));
                }),
                fault("two ends of a verification", FindingCode.VERIFICATION_ENDED_TWICE, one -> {
                    UUID verification = UUID.randomUUID();
                    one.begin(verification, null, APP, Purpose.STEP_UP);
                    for (int i = 0; i < 2; i++)
                        one.stories.tell(new VerificationEnded(verification, one.id, null, Refusal.EXPIRED));
                }),
                fault("a proof after the end", FindingCode.VERIFICATION_AFTER_END, one -> {
                    UUID verification = UUID.randomUUID();
                    one.begin(verification, null, APP, Purpose.STEP_UP);
                    one.stories.tell(new VerificationEnded(verification, one.id, null, Refusal.EXPIRED));
                    one.stories.tell(
                            new CodeRejected(verification, one.id, null, APP, Purpose.STEP_UP, Refusal.WRONG_PROOF, 1));
                }),
                fault(
                        "a verification without an end",
                        FindingCode.VERIFICATION_NEVER_ENDED,
                        one -> one.begin(UUID.randomUUID(), null, APP, Purpose.STEP_UP)),
                fault("a verification that changes its purpose", FindingCode.VERIFICATION_CHANGED, one -> {
                    UUID verification = UUID.randomUUID();
                    one.begin(verification, null, APP, Purpose.STEP_UP);
                    one.stories.tell(
                            new CodeVerified(verification, one.id, null, one.method(APP), APP, Purpose.UNLOCK));
                }),
                fault("wrong proofs miscounted", FindingCode.ATTEMPTS_MISCOUNTED, one -> {
                    UUID verification = UUID.randomUUID();
                    one.begin(verification, null, APP, Purpose.STEP_UP);
                    one.stories.tell(
                            new CodeRejected(verification, one.id, null, APP, Purpose.STEP_UP, Refusal.WRONG_PROOF, 3));
                    one.stories.tell(new VerificationEnded(verification, one.id, null, Refusal.EXPIRED));
                }),
                fault(
                        "a choice of no method",
                        FindingCode.METHOD_UNKNOWN,
                        one -> one.stories.tell(new DefaultMethodChosen(UUID.randomUUID(), one.id, MAIL))),
                fault(
                        "a method registered twice",
                        FindingCode.METHOD_REGISTERED_TWICE,
                        one -> one.stories.tell(new MethodImported(one.method(MAIL), one.id, MAIL))),
                fault(
                        "a method that nobody proved",
                        FindingCode.METHOD_UNPROVEN,
                        one -> one.stories.tell(new MethodRegistered(UUID.randomUUID(), one.id, MAIL, null))),
                fault("a method removed twice", FindingCode.METHOD_AFTER_REMOVAL, one -> {
                    for (int i = 0; i < 2; i++)
                        one.stories.tell(new MethodRemoved(one.method(MAIL), one.id, MAIL, Removal.OWNER));
                }),
                fault(
                        "a release without a quarantine",
                        FindingCode.METHOD_RELEASED_WRONGLY,
                        one -> one.stories.tell(new MethodReleased(one.method(MAIL), one.id, MAIL))),
                fault("a recovery code too many", FindingCode.RECOVERY_CODES_MISCOUNTED, one -> {
                    UUID codes = UUID.randomUUID();
                    one.stories.tell(new MethodRegistered(codes, one.id, MethodKind.RECOVERY_CODE, null));
                    one.stories.tell(new RecoveryCodesIssued(codes, one.id, 10, false));
                    one.stories.tell(new RecoveryCodeUsed(codes, one.id, UUID.randomUUID(), null, 10));
                }),
                fault("two outcomes of a delivery", FindingCode.DELIVERY_REPEATED, one -> {
                    UUID delivery = UUID.randomUUID();
                    for (int i = 0; i < 2; i++) one.stories.tell(new NoticeDelivered(delivery, one.id, "x"));
                }),
                fault("more codes delivered than made", FindingCode.DELIVERY_UNASKED, one -> {
                    UUID verification = UUID.randomUUID();
                    one.stories.tell(new CodeIssued(
                            verification, one.id, null, MAIL, Purpose.STEP_UP, 1, one.in(Duration.ofMinutes(10))));
                    for (int i = 0; i < 2; i++)
                        one.stories.tell(new CodeDelivered(UUID.randomUUID(), verification, one.id, MAIL));
                    one.stories.tell(new VerificationEnded(verification, one.id, null, Refusal.EXPIRED));
                }),
                fault("frozen twice", FindingCode.FREEZE_REPEATED, one -> {
                    one.stories.tell(new ResetDisputed(one.id, one.stories.now()));
                    one.stories.pass(Duration.ofMinutes(5));
                    one.stories.tell(new ResetDisputed(one.id, one.stories.now()));
                }),
                fault("sessions that come back", FindingCode.SESSIONS_REVIVED, one -> {
                    one.password(Cause.CHANGED, null);
                    Instant now = one.stories.now();
                    one.stories.tell(
                            new PasswordChanged(one.id, ++one.version, Cause.CHANGED, null, false, now, Instant.EPOCH));
                }),
                fault(
                        "provisioning over a password",
                        FindingCode.IMPORT_OVER_PASSWORD,
                        one -> one.stories.tell(new PasswordChanged(
                                one.id,
                                ++one.version,
                                Cause.IMPORTED,
                                null,
                                false,
                                one.stories.now(),
                                one.stories.now()))),
                fault(
                        "an account created twice",
                        FindingCode.ACCOUNT_REGISTERED_TWICE,
                        one -> one.stories.tell(new AccountRegistered(one.id, true))),
                fault("a gate that follows from nothing", FindingCode.CAUSE_WRONG, one -> {
                    UUID reset = one.ask();
                    UUID verification = one.choose(reset, MAIL, 1);
                    one.verify(reset, verification, MAIL);
                    one.pass(reset, verification, MAIL, 1, UUID.randomUUID());
                    one.stories.tell(new ResetCancelled(reset, one.id));
                }),
                fault(
                        "an event from the future",
                        FindingCode.TIME_IMPLAUSIBLE,
                        one -> one.stories.tell(
                                new SignedIn(one.id),
                                null,
                                draft -> draft.headers.put(
                                        "ce_time", one.in(Duration.ofHours(1)).toString()))),
                fault(
                        "an event long before the one before it",
                        FindingCode.TIME_IMPLAUSIBLE,
                        one -> one.stories.tell(
                                new SignedIn(one.id),
                                null,
                                draft -> draft.headers.put(
                                        "ce_time",
                                        one.stories
                                                .now()
                                                .minus(Duration.ofHours(1))
                                                .toString()))));
    }
}
