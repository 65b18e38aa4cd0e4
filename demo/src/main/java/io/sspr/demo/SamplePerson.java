package io.sspr.demo;

import io.sspr.contract.MethodKind;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who takes part: what they know (a password), have (a phone) and can read (a mailbox). */
final class SamplePerson {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SampleAccount account;
    private final UUID accountId;
    private final Mailbox mailbox;
    private String password;
    private @Nullable AuthenticatorApp app;
    private long newestMail;

    SamplePerson(SampleAccount account, UUID accountId, Mailbox mailbox) {
        this.account = account;
        this.accountId = accountId;
        this.mailbox = mailbox;
        this.password = account.firstPassword();
    }

    SampleAccount account() {
        return account;
    }

    UUID accountId() {
        return accountId;
    }

    String login() {
        return account.login();
    }

    String password() {
        return password;
    }

    void remember(String newPassword) {
        password = newPassword;
    }

    void scan(String otpauth) {
        app = new AuthenticatorApp(otpauth, Clock.systemUTC());
    }

    /** To be called before a mail is asked for: only what comes later counts. */
    void lookAtMails() {
        newestMail = mailbox.newest(account.address());
    }

    Mail notice() {
        return mailbox.notice(account.address(), newestMail, PATIENCE);
    }

    /** The code that proves a method; waits for the mail or for the app's next code. */
    String code(MethodKind kind) {
        return switch (kind) {
            case EMAIL -> mailbox.code(account.address(), newestMail, PATIENCE);
            case AUTHENTICATOR_APP -> phone().code();
        };
    }

    /** How long the phone has no code that was not used yet. */
    Duration untilNextCode() {
        return phone().untilNext();
    }

    private AuthenticatorApp phone() {
        if (app == null) throw new IllegalStateException(login() + " has no authenticator app");
        return app;
    }
}
