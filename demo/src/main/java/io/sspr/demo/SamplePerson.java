package io.sspr.demo;

import io.sspr.contract.MethodKind;
import io.sspr.contract.secret.RecoveryCodes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
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
    private final Queue<String> recoveryCodes = new ArrayDeque<>();
    private long newestMail;
    private long newestText;

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

    /** Puts recovery codes with the others. */
    void keep(RecoveryCodes codes) {
        recoveryCodes.addAll(codes.codes());
    }

    /** To be called before a message is asked for: only what comes later counts. */
    void lookAtMails() {
        newestMail = mailbox.newest(account.address());
        newestText = mailbox.newest(number());
    }

    Mail notice() {
        return mailbox.notice(account.address(), newestMail, PATIENCE);
    }

    /** The code that proves a method; waits for the mail or for the app's next code. */
    String code(MethodKind kind) {
        return switch (kind) {
            case EMAIL, ADMINISTRATOR_CODE -> mailbox.code(account.address(), newestMail, PATIENCE);
            case SMS -> mailbox.code(number(), newestText, PATIENCE);
            case AUTHENTICATOR_APP -> phone().code();
            case RECOVERY_CODE -> recoveryCodes.remove();
            default -> throw new IllegalArgumentException(login() + " has no " + kind);
        };
    }

    /** How long the phone has no code that was not used yet. */
    Duration untilNextCode() {
        return phone().untilNext();
    }

    /** As the gateway knows it. */
    private String number() {
        return account.mobile().replace(" ", "");
    }

    private AuthenticatorApp phone() {
        if (app == null) throw new IllegalStateException(login() + " has no authenticator app");
        return app;
    }
}
