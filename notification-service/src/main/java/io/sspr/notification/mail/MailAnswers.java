package io.sspr.notification.mail;

import io.sspr.notification.mail.MailAnswer.Verdict;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Reads a mail server's answer out of what Jakarta Mail throws; the server's words are never kept, they hold addresses. */
final class MailAnswers {

    private static final int PERMANENT = 500;
    private static final int DEEPEST = 10;

    private MailAnswers() {}

    static MailAnswer accepted() {
        return new MailAnswer(Verdict.ACCEPTED, 250);
    }

    /** Without a reply of the server to the mail itself it is trouble: wrong passwords are the operator's to mend. */
    static MailAnswer of(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) return new MailAnswer(Verdict.TROUBLE, 0);
        MailAnswer answer = new MailAnswer(Verdict.TROUBLE, 0);
        Exception at = failure;
        for (int depth = 0; at instanceof MessagingException nested && depth < DEEPEST; depth++) {
            // The innermost knows best: an address that failed is wrapped in a mail that failed.
            if (at instanceof SMTPAddressFailedException failed)
                answer = answer(failed.getReturnCode(), Verdict.ADDRESS_REJECTED);
            else if (at instanceof SMTPSenderFailedException failed)
                answer = answer(failed.getReturnCode(), Verdict.MAIL_REJECTED);
            else if (at instanceof SMTPSendFailedException failed)
                answer = answer(failed.getReturnCode(), Verdict.MAIL_REJECTED);
            at = nested.getNextException();
        }
        return answer;
    }

    private static MailAnswer answer(int code, Verdict permanent) {
        // Jakarta Mail says -1 where the connection broke.
        return new MailAnswer(code >= PERMANENT ? permanent : Verdict.TROUBLE, Math.max(code, 0));
    }
}
