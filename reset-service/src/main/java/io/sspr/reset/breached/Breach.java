package io.sspr.reset.breached;

/** Whether a password is known from a breach. */
public enum Breach {
    /** It is. */
    KNOWN,
    /** It is not, as far as was asked for. */
    UNKNOWN,
    /** Nobody could be asked, or not everybody, and nobody knew it. */
    UNCHECKED
}
