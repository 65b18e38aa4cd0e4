package io.sspr.client;

/** A service has published no keys that the anchor signed: nothing can be sealed to it yet, and so nothing is sent. */
public final class KeysMissing extends IllegalStateException {

    private static final long serialVersionUID = 1;

    KeysMissing(String message) {
        super(message);
    }
}
