package io.sspr.contract;

/** A kind of way to prove who one is. */
public enum MethodKind {
    @About("an 8-digit code by mail")
    EMAIL(8, true, false),
    @About("an 8-digit code by text message to a mobile phone")
    SMS(8, true, false),
    @About("a 6-digit code by an authenticator app (TOTP, RFC 6238)")
    AUTHENTICATOR_APP(6, false, true),
    @About("one of the recovery codes that the person keeps: 24 letters and digits, hyphens do not count")
    RECOVERY_CODE(24, false, true),
    @About("an 8-digit code that an administrator had sent to the person; never on offer, and can always be chosen")
    ADMINISTRATOR_CODE(8, false, false);

    private final int digits;
    private final boolean sendsCode;
    private final boolean strong;

    MethodKind(int digits, boolean sendsCode, boolean strong) {
        this.digits = digits;
        this.sendsCode = sendsCode;
        this.strong = strong;
    }

    /** Characters of the proof that a person types. */
    public int digits() {
        return digits;
    }

    /** Whether choosing it sends a code to the person, which a flood could be made of. */
    public boolean sendsCode() {
        return sendsCode;
    }

    /** Whether it stays on offer while an account is being flooded with resets. */
    public boolean strong() {
        return strong;
    }

    /** Whether the person registers it; the rest is given by others. */
    public boolean isRegistered() {
        return this != ADMINISTRATOR_CODE;
    }
}
