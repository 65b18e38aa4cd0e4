package io.sspr.contract.request;

import io.sspr.contract.Message;
import io.sspr.contract.seal.Sealed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client asks of one service; each gets exactly one final reply. */
public sealed interface Request extends Message
        permits ProvisionAccount,
                ImportCredential,
                RegisterMethod,
                RequestReset,
                ChooseMethod,
                SubmitProof,
                ResendCode,
                SubmitNewPassword,
                CancelReset,
                SignIn,
                ChangePassword,
                ShowMethods,
                StepUp,
                RemoveMethod,
                ChooseDefaultMethod,
                CollectRecoveryCode,
                RequireReregistration,
                RequestUnlock,
                ContactAdministrator,
                StartResetFor,
                Unblock,
                DisputeReset,
                ProvisionGroup,
                ReportSignIn,
                SkipRegistration,
                ConfirmMethods,
                ChangePolicy,
                CheckPassword {

    /** The flow it starts or goes on with, if any; recommended as key of the record. */
    default @Nullable UUID flow() {
        return null;
    }

    /** What only the receiving service may read. */
    Sealed sealed();

    /**
     * From where the front end saw it come, sealed by the front end: for one whose other seal is made where people type, so
     * that nobody says of themselves where they are. Absent from one that makes both.
     */
    default @Nullable Sealed seenFrom() {
        return null;
    }
}
