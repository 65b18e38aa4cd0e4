package io.sspr.contract.reply;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.RecoveryCodes;
import java.util.UUID;

/** Recovery codes to be shown once, sealed to the replyKey; earlier ones of the set they replace are void. */
@About("Recovery codes to be shown once, sealed to the replyKey; earlier ones of the set they replace are void.")
public record RecoveryCodesReady(
        UUID flow,
        @About("how many can be used now") int codesLeft,
        @Seals(RecoveryCodes.class) Sealed sealed) implements Reply {}
