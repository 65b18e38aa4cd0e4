package io.sspr.contract.request;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.FlowKey;
import java.util.UUID;

/** Choose the kind of method to prove next. */
@About("Choose the kind of method to prove next.")
public record ChooseMethod(
        @About("the front end's handle on what it started, made by the front end")
        UUID flow,

        MethodKind kind,
        @Seals(FlowKey.class) Sealed sealed)
        implements Request {}
