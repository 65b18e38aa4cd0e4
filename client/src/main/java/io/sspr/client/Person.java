package io.sspr.client;

import io.sspr.contract.reply.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Somebody signed in with this front end: account, when, and how (RFC 8176); the front end vouches for it. */
public record Person(UUID accountId, Instant signedInAt, List<String> amr) {

    /** Somebody who just signed in with a password. */
    public static Person of(SignedIn reply, Instant now) {
        return new Person(reply.accountId(), now, List.of("pwd"));
    }

    /** The same after a code of an authenticator app too. */
    public Person withApp() {
        return new Person(accountId, signedInAt, List.of("pwd", "otp", "mfa"));
    }
}
