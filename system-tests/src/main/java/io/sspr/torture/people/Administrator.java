package io.sspr.torture.people;

import io.sspr.client.FrontEnd;
import io.sspr.client.Person;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.PolicyChanged;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.contract.state.Policy;
import io.sspr.demo.Administration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who unblocks people, and changes again and again how many methods a reset needs. */
final class Administrator {

    private static final Duration SIGN_IN_AFTER = Duration.ofMinutes(2);

    private final FrontEnd console;
    private final String login;
    private final String password;
    private final Clock clock = Clock.systemUTC();
    private @Nullable Administration acting;
    private Instant signedInAt = Instant.EPOCH;

    private Administrator(FrontEnd console, String login, String password) {
        this.console = console;
        this.login = login;
        this.password = password;
    }

    static Administrator begin(FrontEnd directory, FrontEnd portal, FrontEnd console, KnownSecrets secrets) {
        String login = "administrator";
        UUID account = directory
                .provision(new AccountEntry(login, login, "en", true))
                .reply(AccountProvisioned.class)
                .accountId();
        String first = secrets.password();
        Reply imported;
        do
            imported = directory
                    .importCredential(account, new InitialCredential(null, first, true))
                    .reply();
        while (imported instanceof RequestRefused refused && refused.reason() == Refusal.UNKNOWN_ACCOUNT);
        if (!(imported instanceof CredentialImported)) throw new IllegalStateException("it was " + imported);
        SignedIn signedIn = portal.signIn(login, first).reply(SignedIn.class);
        String password = secrets.password();
        portal.changePassword(Person.of(signedIn, Instant.now()), first, password)
                .reply(PasswordSet.class);
        return new Administrator(console, login, password);
    }

    /** Signed in a short time ago. */
    synchronized Administration acting() {
        if (acting == null || clock.instant().isAfter(signedInAt.plus(SIGN_IN_AFTER))) {
            SignedIn reply = console.signIn(login, password).reply(SignedIn.class);
            signedInAt = clock.instant();
            acting = new Administration(console, Person.of(reply, signedInAt).withApp());
        }
        return acting;
    }

    /** One gate where there were two, and the other way round. False if somebody else was quicker, or it came too late. */
    boolean change(Policy found) {
        return acting().changePolicy(withGates(found, found.gates() == 2 ? 1 : 2))
                        .reply()
                instanceof PolicyChanged;
    }

    private static Policy withGates(Policy found, int gates) {
        return new Policy(
                found.version(),
                gates,
                found.kinds(),
                found.disclosure(),
                found.passwordRules(),
                found.methodRules(),
                found.scope(),
                found.administrators(),
                found.signIn(),
                found.registration(),
                found.stopped(),
                found.passwordChecks(),
                found.limits(),
                found.afterReset(),
                found.notices(),
                found.help());
    }
}
