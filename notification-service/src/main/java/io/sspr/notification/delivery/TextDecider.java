package io.sspr.notification.delivery;

import io.sspr.notification.sms.TextAnswer.State;

/** What follows from the gateway's word on a text message (SMS-04). */
final class TextDecider {

    /** One that did not arrive for a reason that can pass, or was perhaps not sent, is sent once more, and no more. */
    private static final int MOST_SENDS = 2;

    private TextDecider() {}

    /**
     * What it means for the delivery.
     *
     * @param sends how often it was or may have been sent
     * @param over whether it is asked for the last time
     */
    static Attempt after(State state, int sends, boolean over) {
        return switch (state) {
            case DELIVERED -> Attempt.SENT;
            // The carrier has it, and some carriers never say more: what a mail server's word is to a mail.
            case SENT -> over ? Attempt.SENT : Attempt.ON_ITS_WAY;
            case TAKEN -> over ? Attempt.MESSAGE_REJECTED : Attempt.ON_ITS_WAY;
            case REJECTED -> Attempt.ADDRESS_REJECTED;
            case BLOCKED -> Attempt.BLOCKED;
            case REFUSED -> Attempt.MESSAGE_REJECTED;
            case ONCE_MORE -> sends < MOST_SENDS && !over ? Attempt.NOT_YET : Attempt.MESSAGE_REJECTED;
            case TROUBLE -> over ? Attempt.TOO_LATE : Attempt.NOT_YET;
            case UNKNOWN -> Attempt.NOT_YET;
        };
    }

    /** Whether it is sent again when the gateway says that it does not have it, which it may say too early. */
    static boolean maySendInDoubt(int sends) {
        return sends < MOST_SENDS;
    }
}
