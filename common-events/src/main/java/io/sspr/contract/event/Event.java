package io.sspr.contract.event;

import io.sspr.contract.Message;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened. Its subject is an id minted by us; it never holds a secret or personal data. */
public sealed interface Event extends Message
        permits AccountRegistered,
                CodeIssued,
                CodeAwaited,
                CodeVerified,
                CodeRejected,
                VerificationEnded,
                MethodRegistered,
                MethodLocked,
                ResetRequested,
                VerificationRequested,
                GatePassed,
                ResetAuthorized,
                ResetCancelled,
                ResetExpired,
                PasswordRefused,
                PasswordChanged,
                SignedIn,
                SignInFailed,
                SignInLocked,
                CodeDelivered,
                NoticeDelivered,
                DeliveryFailed,
                RequestsRefused,
                MethodImported,
                MethodReleased,
                MethodRemoved,
                DefaultMethodChosen,
                RecoveryCodesIssued,
                RecoveryCodeUsed,
                ReregistrationRequired,
                AdministratorCodeIssued,
                UnlockRequested,
                AccountUnlocked,
                AdministratorContacted,
                AdministratorResetStarted,
                AccountUnblocked,
                ResetDisputed,
                PolicyChanged,
                RegistrationDemanded,
                RegistrationSkipped,
                MethodsConfirmed,
                ResetsBlocked {

    /** The account when it is known, otherwise the reset or the verification; key of the record and {@code ce_subject}. */
    UUID subject();

    /** The reset it belongs to, if any; {@code ce_resetid}. */
    default @Nullable UUID resetId() {
        return null;
    }
}
