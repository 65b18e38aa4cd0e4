package io.sspr.simulation.service;

/** Where something may come between: a death of the process, or what others do meanwhile. */
public enum Point {
    /** A batch was judged, its transaction has not begun. */
    BEFORE_TRANSACTION,
    /** Everything is written, nothing is committed. */
    BEFORE_COMMIT,
    /** It is committed, and the instance does not know. */
    AFTER_COMMIT,
    /** The relay leads. */
    FENCED,
    /** The relay has read rows of the outbox. */
    READ,
    /** They are sent, not committed. */
    SENT,
    /** They are on the log, the database does not know. */
    COMMITTED,
    /** Both know. */
    FINISHED
}
