package io.sspr.registration.kind.sms;

import io.sspr.contract.MethodKind;
import io.sspr.registration.kind.Address;
import io.sspr.registration.kind.AddressedKind;
import io.sspr.registration.kind.RegisterProperties;
import io.sspr.registration.method.Methods;
import io.sspr.registration.method.RegisteredMethod;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Codes by text message. */
@Component
class SmsKind extends AddressedKind {

    private final RegisterProperties properties;

    SmsKind(Methods methods, RegisterProperties properties) {
        super(methods);
        this.properties = properties;
    }

    @Override
    public MethodKind kind() {
        return MethodKind.SMS;
    }

    @Override
    public int strength() {
        return 2;
    }

    @Override
    public int most() {
        return 2;
    }

    @Override
    public Set<String> signInWords() {
        return Set.of("sms");
    }

    @Override
    public Optional<Duration> longestCodeLife() {
        return Optional.of(Duration.ofMinutes(10));
    }

    @Override
    public Optional<Address> address(String typed) {
        return PhoneNumber.of(typed, properties.countries()).map(number -> new Address(number.text(), number.text()));
    }

    @Override
    protected String comparable(String stored) {
        return stored;
    }

    @Override
    public @Nullable String hint(RegisteredMethod method) {
        String number = method.address();
        return number == null ? null : new PhoneNumber(number).hint();
    }
}
