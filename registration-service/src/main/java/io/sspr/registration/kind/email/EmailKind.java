package io.sspr.registration.kind.email;

import io.sspr.contract.MethodKind;
import io.sspr.registration.kind.Address;
import io.sspr.registration.kind.AddressedKind;
import io.sspr.registration.method.Methods;
import io.sspr.registration.method.RegisteredMethod;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Codes by mail. */
@Component
class EmailKind extends AddressedKind {

    private static final int LONGEST_DOMAIN_SHOWN = 48;

    EmailKind(Methods methods) {
        super(methods);
    }

    @Override
    public MethodKind kind() {
        return MethodKind.EMAIL;
    }

    @Override
    public int strength() {
        return 1;
    }

    /** At least two (NIST SP 800-63B-4 4.2.2, REC-05). */
    @Override
    public int most() {
        return 5;
    }

    @Override
    public Optional<Duration> longestCodeLife() {
        return Optional.of(Duration.ofHours(24));
    }

    @Override
    public Optional<Address> address(String typed) {
        return EmailAddress.of(typed).map(address -> new Address(address.text(), address.comparable()));
    }

    @Override
    protected String comparable(String stored) {
        return new EmailAddress(stored).comparable();
    }

    /** First and last letter before the at sign, where there are enough others between them. */
    @Override
    public @Nullable String hint(RegisteredMethod method) {
        String address = method.address();
        if (address == null) return null;
        int at = address.indexOf('@');
        String last = at > 2 ? address.substring(at - 1, at) : "";
        String domain = address.substring(at);
        int cut = Math.max(0, domain.length() - LONGEST_DOMAIN_SHOWN);
        return address.charAt(0) + "…" + last + (cut == 0 ? domain : "@…" + domain.substring(cut));
    }
}
