package io.sspr.contract;

/** A kind of way to prove who one is. */
public enum MethodKind {
    @About("an 8-digit code by mail")
    EMAIL(8, true, false),
    @About("a 6-digit code by an authenticator app (TOTP, RFC 6238)")
    AUTHENTICATOR_APP(6, false, true);

    private final int digits;
    private final boolean sendsCode;
    private final boolean strong;

    MethodKind(int digits, boolean sendsCode, boolean strong) {
        this.digits = digits;
        this.sendsCode = sendsCode;
        this.strong = strong;
    }

    /** Digits of the code that a person types. */
    public int digits() {
        return digits;
    }

    /** Whether a code is sent to the person, which a flood could be made of. */
    public boolean sendsCode() {
        return sendsCode;
    }

    /** Whether it stays on offer while an account is being flooded with resets. */
    public boolean strong() {
        return strong;
    }
}
