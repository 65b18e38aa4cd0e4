package io.sspr.audit.story;

import io.sspr.contract.Message;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.event.AccountRegistered;
import io.sspr.contract.event.AccountUnblocked;
import io.sspr.contract.event.AccountUnlocked;
import io.sspr.contract.event.AdministratorCodeIssued;
import io.sspr.contract.event.AdministratorContacted;
import io.sspr.contract.event.AdministratorResetStarted;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.CodeAwaited;
import io.sspr.contract.event.CodeDelivered;
import io.sspr.contract.event.CodeIssued;
import io.sspr.contract.event.CodeRejected;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.DefaultMethodChosen;
import io.sspr.contract.event.DeliveryFailed;
import io.sspr.contract.event.Event;
import io.sspr.contract.event.GatePassed;
import io.sspr.contract.event.MethodImported;
import io.sspr.contract.event.MethodLocked;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.MethodReleased;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.event.MethodsConfirmed;
import io.sspr.contract.event.NoticeDelivered;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.event.PasswordRefused;
import io.sspr.contract.event.PolicyChanged;
import io.sspr.contract.event.RecoveryCodeUsed;
import io.sspr.contract.event.RecoveryCodesIssued;
import io.sspr.contract.event.RegistrationDemanded;
import io.sspr.contract.event.RegistrationSkipped;
import io.sspr.contract.event.Removal;
import io.sspr.contract.event.ReregistrationRequired;
import io.sspr.contract.event.ResetAuthorized;
import io.sspr.contract.event.ResetCancelled;
import io.sspr.contract.event.ResetDisputed;
import io.sspr.contract.event.ResetExpired;
import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.event.ResetsBlocked;
import io.sspr.contract.event.SignInFailed;
import io.sspr.contract.event.SignInLocked;
import io.sspr.contract.event.SignedIn;
import io.sspr.contract.event.UnlockRequested;
import io.sspr.contract.event.VerificationEnded;
import io.sspr.contract.event.VerificationRequested;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events in plain words; ids are short, a log is searched by what stands beside them. */
final class Words {

    private final UUID accountId;

    Words(UUID accountId) {
        this.accountId = accountId;
    }

    String line(Story.Chapter chapter) {
        Message message = chapter.envelope().message();
        UUID resetId = chapter.envelope().resetId();
        return String.format(
                Locale.ROOT,
                "%s  %-46s  %s%s",
                chapter.envelope().time().truncatedTo(ChronoUnit.MILLIS),
                chapter.entry().place(),
                resetId == null ? "" : "reset " + brief(resetId) + ": ",
                sentence(message, chapter.envelope().time()));
    }

    private String sentence(Message message, Instant at) {
        if (message instanceof Event event && !event.subject().equals(accountId)) {
            String other = ofOther(event);
            if (other != null) return other;
        }
        if (message instanceof AccountRegistered registered)
            return registered.created() ? "the account was made known" : "what is known of the account changed";
        if (message instanceof MethodRegistered method)
            return "registered " + name(method.kind()) + " (method " + brief(method.methodId()) + ")"
                    + (method.usableFrom() == null ? "" : ", which counts from " + method.usableFrom());
        if (message instanceof MethodImported method)
            return "the organisation has " + name(method.kind()) + " on file (method " + brief(method.methodId()) + ")";
        if (message instanceof MethodReleased method)
            return "method " + brief(method.methodId()) + " counts from now on";
        if (message instanceof MethodLocked method)
            return name(method.kind()) + " is locked after too many wrong proofs (method " + brief(method.methodId())
                    + ")";
        if (message instanceof MethodRemoved method)
            return name(method.kind()) + " is gone (method " + brief(method.methodId()) + "): "
                    + removal(method.cause());
        if (message instanceof DefaultMethodChosen method)
            return "codes go to method " + brief(method.methodId()) + " from now on";
        if (message instanceof RecoveryCodesIssued codes)
            return (codes.replacement() ? "got another recovery code; " : "got recovery codes; ") + codes.codesLeft()
                    + " can be used";
        if (message instanceof RecoveryCodeUsed code) return "used a recovery code; " + code.codesLeft() + " are left";
        if (message instanceof ReregistrationRequired required)
            return "administrator " + brief(required.administratorId()) + " took all methods away";
        if (message instanceof RegistrationDemanded) return "was asked at sign-in to register or look at the methods";
        if (message instanceof RegistrationSkipped skipped) return "put that off, for time " + skipped.count();
        if (message instanceof MethodsConfirmed) return "looked at the methods, and they are right";
        if (message instanceof ResetsBlocked blocked)
            return "resets are blocked until " + blocked.until() + ": too much of " + blocked.counted();
        return ofReset(message, at);
    }

    private String ofReset(Message message, Instant at) {
        if (message instanceof ResetRequested asked)
            return begun("to reset the password", asked.client(), asked.gates(), at, asked.expiresAt())
                    + (asked.ineligible() == null ? "" : "; in vain: " + asked.ineligible());
        if (message instanceof UnlockRequested asked)
            return begun("to unlock the account", asked.client(), asked.gates(), at, asked.expiresAt())
                    + (asked.ineligible() == null ? "" : "; in vain: " + asked.ineligible());
        if (message instanceof VerificationRequested chosen)
            return "chose " + name(chosen.kind()) + " for proof " + chosen.gate();
        if (message instanceof GatePassed gate)
            return "proof " + gate.gate() + " counts: " + name(gate.kind()) + " (method " + brief(gate.methodId())
                    + ")";
        if (message instanceof ResetAuthorized) return "enough is proven: a new password may be chosen";
        if (message instanceof PasswordRefused refused) return "a new password was refused: " + refused.rules();
        if (message instanceof ResetCancelled) return "was given up";
        if (message instanceof ResetExpired expired) return "ended without effect: " + expired.reason();
        if (message instanceof AccountUnlocked) return "may try to sign in again";
        if (message instanceof AdministratorContacted contacted)
            return "asked an administrator for help, with " + contacted.gatesPassed() + " methods proven";
        if (message instanceof PasswordChanged changed)
            return "PASSWORD VERSION " + changed.version() + ": " + cause(changed.cause())
                    + (changed.mustChange() ? "; must be changed at sign-in" : "");
        if (message instanceof ResetDisputed)
            return "said \"this was not me\": resets are frozen, older sessions are void";
        if (message instanceof AdministratorResetStarted started)
            return "administrator " + brief(started.administratorId()) + " allowed a reset with a one-time code until "
                    + started.expiresAt();
        if (message instanceof AdministratorCodeIssued issued)
            return "the administrator's code was made and "
                    + (issued.sentBy() == null ? "could be sent nowhere" : "is sent by " + name(issued.sentBy()));
        if (message instanceof AccountUnblocked unblocked)
            return "administrator " + brief(unblocked.administratorId()) + " lifted what held the account back";
        return ofProof(message);
    }

    private static String ofProof(Message message) {
        if (message instanceof CodeIssued issued)
            return "a code for " + name(issued.kind()) + " was made " + purpose(issued.purpose())
                    + (issued.round() > 1 ? ", number " + issued.round() : "") + "; it lives until "
                    + issued.expiresAt();
        if (message instanceof CodeAwaited awaited)
            return "a proof by " + name(awaited.kind()) + " is awaited " + purpose(awaited.purpose()) + " until "
                    + awaited.expiresAt();
        if (message instanceof CodeVerified verified)
            return "proved " + name(verified.kind()) + " " + purpose(verified.purpose()) + " (method "
                    + brief(verified.methodId()) + ")";
        if (message instanceof CodeRejected rejected)
            return "a proof by " + name(rejected.kind()) + " was not accepted: " + rejected.reason()
                    + ", wrong so far: " + rejected.attempts();
        if (message instanceof VerificationEnded ended) return "a proof is awaited no more: " + ended.reason();
        if (message instanceof CodeDelivered code) return "a code was taken by the server for " + name(code.kind());
        if (message instanceof NoticeDelivered notice)
            return "a notice was taken by the next server: " + notice.about();
        if (message instanceof DeliveryFailed failed)
            return "a message could not be sent: " + failed.about() + ", " + failed.reason();
        if (message instanceof SignedIn) return "signed in";
        if (message instanceof SignInFailed failed)
            return "sign-in failed: " + failed.reason() + ", in a row: " + failed.failures();
        if (message instanceof SignInLocked locked) return "sign-in is locked until " + locked.until();
        return message.getClass().getSimpleName();
    }

    /** What the account did to others, or to the rules. */
    private @Nullable String ofOther(Event event) {
        if (event instanceof PolicyChanged changed)
            return "as administrator: put version " + changed.policy().version() + " of the rules in force";
        if (event instanceof AccountUnblocked unblocked
                && unblocked.administratorId().equals(accountId))
            return "as administrator: lifted what held account " + brief(unblocked.accountId()) + " back";
        if (event instanceof ReregistrationRequired required
                && required.administratorId().equals(accountId))
            return "as administrator: took all methods of account " + brief(required.accountId()) + " away";
        if (event instanceof AdministratorResetStarted started
                && started.administratorId().equals(accountId))
            return "as administrator: allowed account " + brief(started.accountId()) + " a reset with a one-time code";
        if (event instanceof AdministratorCodeIssued issued
                && issued.administratorId().equals(accountId))
            return "as administrator: a code for account " + brief(issued.accountId()) + " was made";
        return null;
    }

    private static String begun(String what, String client, int gates, Instant at, Instant expiresAt) {
        return "somebody asked " + what + " through " + client + "; " + gates + (gates == 1 ? " method" : " methods")
                + " to prove, the next step within "
                + Duration.between(at, expiresAt).toMinutes() + " minutes";
    }

    private static String name(MethodKind kind) {
        return switch (kind) {
            case EMAIL -> "mail";
            case SMS -> "text message";
            case AUTHENTICATOR_APP -> "an authenticator app";
            case RECOVERY_CODE -> "recovery code";
            case ADMINISTRATOR_CODE -> "an administrator's code";
        };
    }

    private static String purpose(Purpose purpose) {
        return switch (purpose) {
            case REGISTER -> "to register it";
            case RESET -> "for a reset";
            case UNLOCK -> "to unlock the account";
            case STEP_UP -> "to do more than a password allows";
            case ADMINISTRATOR_RESET -> "for a reset that an administrator arranged";
        };
    }

    private static String cause(Cause cause) {
        return switch (cause) {
            case IMPORTED -> "brought by provisioning";
            case RESET -> "chosen in a reset";
            case CHANGED -> "changed by who knew the old one";
            case ADMINISTRATOR -> "chosen in a reset that an administrator had arranged";
        };
    }

    private static String removal(Removal cause) {
        return switch (cause) {
            case OWNER -> "its owner removed it";
            case REPLACED -> "another took its place";
            case ADMINISTRATOR -> "an administrator wants new ones";
            case PROVISIONING -> "the organisation does not know it any more";
        };
    }

    private static String brief(UUID id) {
        return id.toString().substring(0, 8);
    }
}
