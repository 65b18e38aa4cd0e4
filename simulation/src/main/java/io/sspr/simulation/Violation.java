package io.sspr.simulation;

/** Something that must never be was. Its message says what, of which guarantee. */
public final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Of that guarantee. */
    public Violation(String guarantee, String what) {
        super(guarantee + ": " + what);
    }
}
