package io.sspr.notification.delivery;

/** What came of one try to deliver. */
enum Attempt {
    /** The mail server took it. */
    SENT,
    /** It was too late to try. */
    TOO_LATE,
    /** A newer code had made it worthless. */
    REPLACED,
    /** Nobody is to be told. */
    NOBODY,
    /** The mail server will never take mail for this address. */
    ADDRESS_REJECTED,
    /** The mail server will never take this mail. */
    MAIL_REJECTED,
    /** It may work later. */
    NOT_YET
}
