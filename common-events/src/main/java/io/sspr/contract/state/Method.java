package io.sspr.contract.state;

import io.sspr.contract.About;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Seals;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.ContactAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A method of an account. */
@About("A method of an account.")
public record Method(
        UUID methodId,
        UUID accountId,
        MethodKind kind,
        MethodStatus status,
        @Seals(ContactAddress.class) @Nullable Sealed address,

        @About("of one that the organisation has on file: its place there, the preferred one first") @Nullable
        Integer importRank,

        @About("true of one that consists of codes of which none is left, so that it proves nothing; else absent")
        @Nullable
        Boolean usedUp)
        implements State {

    /** One of the person's own. */
    public Method(UUID methodId, UUID accountId, MethodKind kind, MethodStatus status, @Nullable Sealed address) {
        this(methodId, accountId, kind, status, address, null);
    }

    /** One that is not used up. */
    public Method(
            UUID methodId,
            UUID accountId,
            MethodKind kind,
            MethodStatus status,
            @Nullable Sealed address,
            @Nullable Integer importRank) {
        this(methodId, accountId, kind, status, address, importRank, null);
    }

    @Override
    public String key() {
        return methodId.toString();
    }
}
