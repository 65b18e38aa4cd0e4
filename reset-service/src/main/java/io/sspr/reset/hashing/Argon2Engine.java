package io.sspr.reset.hashing;

/** Which implementation of Argon2 to use. */
public enum Argon2Engine {
    /** The native one where it loads, else the one in Java. */
    AUTO,
    /** The native one; do not start without it. */
    NATIVE,
    /** The one in Java, which needs about half as long again. */
    PORTABLE
}
