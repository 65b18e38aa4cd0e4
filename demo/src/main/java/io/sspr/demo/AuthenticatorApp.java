package io.sspr.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The app on a person's phone, and the person's patience: a code is used once, so the next may have to be waited for. */
public final class AuthenticatorApp {

    private final Totp totp;
    private final Clock clock;
    private long lastUsed = Long.MIN_VALUE;

    /** With the account that the QR code holds. */
    public AuthenticatorApp(String otpauth, Clock clock) {
        this.totp = Totp.scan(otpauth);
        this.clock = clock;
    }

    /** How long until there is a code that was not used yet; at most 30 seconds, zero if there is one. */
    public synchronized Duration untilNext() {
        Instant now = clock.instant();
        if (totp.step(now) > lastUsed) return Duration.ZERO;
        return Duration.between(now, totp.begin(lastUsed + 1));
    }

    /** A code that was not used yet; waits for it. */
    public synchronized String code() {
        for (Duration wait = untilNext(); !wait.isZero(); wait = untilNext()) Waiting.of(wait.plusMillis(1));
        lastUsed = totp.step(clock.instant());
        return totp.code(lastUsed);
    }

    @Override
    public String toString() {
        return "AuthenticatorApp[hidden]";
    }
}
