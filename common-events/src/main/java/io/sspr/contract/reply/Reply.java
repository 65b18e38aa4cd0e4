package io.sspr.contract.reply;

import io.sspr.contract.Message;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one final answer to a request, on the topic of the client that asked; `ce_correlationid` is the request's id. */
public sealed interface Reply extends Message
        permits AccountProvisioned,
                CredentialImported,
                MethodsOffered,
                ChallengeReady,
                ProofRejected,
                MethodRegistered,
                GatePassed,
                ResetAuthorized,
                PasswordRefused,
                PasswordSet,
                ResetCancelled,
                SignedIn,
                SignInFailed,
                RequestRefused,
                RequestExpired,
                MethodsShown,
                StepUpPassed,
                MethodRemoved,
                DefaultMethodChosen,
                RecoveryCodesReady,
                ReregistrationRequired,
                AccountUnlocked,
                AdministratorContacted,
                ResetStarted,
                Unblocked,
                ResetDisputed,
                GroupProvisioned,
                NothingToDo,
                RegistrationRequired,
                RegistrationSkipped,
                MethodsConfirmed,
                PolicyChanged,
                PolicyRefused,
                PasswordChecked,
                NotEligible {

    /** The flow it belongs to, if any; key of the record, else the request's id is. */
    default @Nullable UUID flow() {
        return null;
    }
}
