package io.sspr.messaging;

/** What was prepared no longer holds: the message is prepared and handled again. */
public final class StaleFacts extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Without a stack trace: it is thrown in the ordinary course of things. */
    public StaleFacts(String what) {
        super(what, null, false, false);
    }
}
