package io.sspr.contract.internal;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.CodeLetter;
import java.time.Instant;
import java.util.UUID;

/** Send a code; its seal holds code and address, or no address where nobody is to be told. */
@About("Send a code; its seal holds code and address, or no address where nobody is to be told.")
public record DeliverCode(
        UUID deliveryId,
        UUID verificationId,
        UUID accountId,
        MethodKind kind,
        Purpose purpose,

        @About("through which it was asked for") @Length(min = 1, max = 32)
        String client,

        @Length(max = 35) String locale,
        Instant expiresAt,
        @Seals(CodeLetter.class) Sealed sealed)
        implements Internal {}
