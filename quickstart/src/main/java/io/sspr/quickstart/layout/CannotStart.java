package io.sspr.quickstart.layout;

/** What keeps the quick start from running: one sentence for a person (the message) and a way out. Show both, no stack trace. */
public final class CannotStart extends RuntimeException {

    private final String wayOut;

    public CannotStart(String sentence, String wayOut) {
        super(sentence);
        this.wayOut = wayOut;
    }

    public CannotStart(String sentence, String wayOut, Throwable cause) {
        super(sentence, cause);
        this.wayOut = wayOut;
    }

    public String wayOut() {
        return wayOut;
    }
}
