package io.sspr.registration.kind;

import io.sspr.contract.Refusal;
import io.sspr.messaging.Prepared;
import io.sspr.registration.method.Methods;
import io.sspr.registration.method.RegisteredMethod;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A kind that is proven by a code which is sent to an address. */
public abstract class AddressedKind implements Kind {

    private final Methods methods;

    /** Over the methods that there are. */
    protected AddressedKind(Methods methods) {
        this.methods = methods;
    }

    @Override
    public abstract Optional<Address> address(String typed);

    @Override
    public Prepared<Draft> draft(Registration asked) {
        return Optional.ofNullable(asked.entry().address())
                .flatMap(this::address)
                .map(found -> Prepared.facts(new Draft(found.text(), found.comparable(), null)))
                .orElseGet(() -> Prepared.refuse(Refusal.ADDRESS_INVALID));
    }

    @Override
    public RegisteredMethod toBe(UUID methodId, UUID accountId, String pending) {
        String fingerprint = methods.addressFingerprint(accountId, comparable(pending));
        return RegisteredMethod.reaching(methodId, accountId, kind(), pending, fingerprint);
    }

    @Override
    public Match compare(@Nullable RegisteredMethod method, Attempt attempt) {
        return attempt.isSentCode().test(Codes.typed(attempt.typed())) ? new Match.Right("") : Match.WRONG;
    }

    /** Of an address as it is stored, which need not be one that would be taken today. */
    protected abstract String comparable(String stored);
}
