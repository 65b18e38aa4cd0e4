package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.InitialCredential;
import java.util.UUID;

/** Give an account its first credential: a PHC string from elsewhere, or an initial password that must be changed. */
@About(
        "Give an account its first credential: a PHC string from elsewhere, or an initial password that must be changed.")
public record ImportCredential(
        UUID accountId, @Seals(InitialCredential.class) Sealed sealed) implements Request {}
