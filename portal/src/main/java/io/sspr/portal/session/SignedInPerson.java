package io.sspr.portal.session;

import io.sspr.client.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in; the content of the session's cookie.
 *
 * @param accountId whose account
 * @param login as typed, to show it; absent if an identity provider signed them in and did not say
 * @param since when they proved who they are
 * @param amr how (RFC 8176)
 * @param mustChange nothing but a new password is open to them
 * @param expires when they must sign in again
 */
public record SignedInPerson(
        UUID accountId, @Nullable String login, Instant since, List<String> amr, boolean mustChange, Instant expires) {

    public SignedInPerson {
        amr = List.copyOf(amr);
    }

    /** Whom we vouch for to the services. */
    public Person person() {
        return new Person(accountId, since, amr);
    }

    /** The same after a code of an authenticator app too. */
    public SignedInPerson withApp() {
        return new SignedInPerson(accountId, login, since, List.of("pwd", "otp", "mfa"), mustChange, expires);
    }

    @Override
    public String toString() {
        return "SignedInPerson[" + accountId + "]";
    }
}
