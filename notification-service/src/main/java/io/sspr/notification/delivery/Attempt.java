package io.sspr.notification.delivery;

/** What came of one try to deliver. */
enum Attempt {
    /** The mail server or the telephone has it, or the carrier had it to the end and never said more. */
    SENT,
    /** The gateway has it; it is to be asked again what became of it. */
    ON_ITS_WAY,
    /** It was too late to try. */
    TOO_LATE,
    /** A newer code had made it worthless. */
    REPLACED,
    /** Nobody is to be told. */
    NOBODY,
    /** Nothing is ever taken for this address. */
    ADDRESS_REJECTED,
    /** Nothing is to be sent to this address. */
    BLOCKED,
    /** This message is never taken, or could not be handed over in time. */
    MESSAGE_REJECTED,
    /** It may work later. */
    NOT_YET
}
