package io.sspr.notification.mail;

/**
 * What became of a mail that was handed to the mail server.
 *
 * @param verdict what it means for the delivery
 * @param code the server's reply code (RFC 5321 section 4.2), 0 where it gave none
 */
public record MailAnswer(Verdict verdict, int code) {

    /** What an answer means. */
    public enum Verdict {
        /** The server has it now; that is not yet delivery (EML-04). */
        ACCEPTED,
        /** The server will never take mail for this address (5xx to RCPT). */
        ADDRESS_REJECTED,
        /** The server will never take this mail (5xx to anything else). */
        MAIL_REJECTED,
        /** The server cannot take it now, or could not be reached, or fell silent: it may even have the mail. */
        TROUBLE
    }
}
