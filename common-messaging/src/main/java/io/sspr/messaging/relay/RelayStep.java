package io.sspr.messaging.relay;

/** Where a relay can be killed. */
enum RelayStep {
    /** It leads, and its predecessor is fenced. */
    FENCED,
    /** Rows are read. */
    READ,
    /** Records are sent, not committed. */
    SENT,
    /** The Kafka transaction is committed, the database does not know. */
    COMMITTED,
    /** Both know. */
    FINISHED
}
