package io.sspr.demo;

/** A step of the demonstration did not hold; the message says which, the cause why. */
final class StepFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    StepFailed(String step, Throwable cause) {
        super(step, cause);
    }
}
