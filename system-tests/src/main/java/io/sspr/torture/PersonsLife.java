package io.sspr.torture;

import io.sspr.client.Asked;
import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.client.Person;
import io.sspr.client.ReplyKey;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.reply.GatePassed;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.demo.AuthenticatorApp;
import io.sspr.demo.Mailbox;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/** One person from the first day to a reset password: everything that the system does for people, once. */
final class PersonsLife {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MOST_CODES = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FrontEnd directory;
    private final FrontEnd portal;
    private final Mailbox mailbox;
    private final String login;
    private final String address;
    private final Clock clock = Clock.systemUTC();

    PersonsLife(FrontEnd directory, FrontEnd portal, Mailbox mailbox, String login) {
        this.directory = directory;
        this.portal = portal;
        this.mailbox = mailbox;
        this.login = login;
        this.address = login + "@example.org";
    }

    /** Throws UnexpectedReply or NotAnswered if a step was not answered as it should be. */
    void live() {
        UUID account = directory
                .provision(new AccountEntry(login, login, "en", false))
                .reply(AccountProvisioned.class)
                .accountId();
        String password = password();
        importFirst(account);
        SignedIn signedIn = portal.signIn(login, firstPassword()).reply(SignedIn.class);
        Person person = Person.of(signedIn, clock.instant());
        portal.changePassword(person, firstPassword(), password).reply(PasswordSet.class);
        registerEmail(person);
        AuthenticatorApp app = registerApp(person);
        String wanted = password();
        reset(app, wanted);
        portal.signIn(login, wanted).reply(SignedIn.class);
        portal.signIn(login, password).reply(SignInFailed.class);
    }

    private void importFirst(UUID account) {
        // The account's state may still be on its way: then this is refused, and asked again.
        while (true) {
            Asked asked = directory.importCredential(account, new InitialCredential(null, firstPassword(), true));
            Reply reply = asked.reply();
            boolean onItsWay = reply instanceof RequestRefused refused && refused.reason() == Refusal.UNKNOWN_ACCOUNT;
            if (onItsWay) continue;
            asked.reply(CredentialImported.class);
            return;
        }
    }

    private void registerEmail(Person person) {
        Flow flow = Flow.begin();
        portal.registerEmail(person, flow, address).reply(ChallengeReady.class);
        String code = mailbox.code(address, 0, PATIENCE);
        portal.submitProof(flow, code).reply(MethodRegistered.class);
    }

    private AuthenticatorApp registerApp(Person person) {
        Flow flow = Flow.begin();
        ReplyKey key = ReplyKey.generate();
        Asked asked = portal.registerAuthenticator(person, flow, key);
        ChallengeReady ready = asked.reply(ChallengeReady.class);
        AuthenticatorApp app = new AuthenticatorApp(
                key.open(ready, portal.client(), asked.id()).otpauth(), clock);
        proveWithApp(flow, app, MethodRegistered.class);
        return app;
    }

    private void reset(AuthenticatorApp app, String wanted) {
        Flow flow = Flow.begin();
        long seen = mailbox.newest(address);
        portal.requestReset(flow, login).reply(MethodsOffered.class);
        portal.chooseMethod(flow, MethodKind.EMAIL).reply(ChallengeReady.class);
        String code = mailbox.code(address, seen, PATIENCE);
        portal.submitProof(flow, code).reply(GatePassed.class);
        portal.chooseMethod(flow, MethodKind.AUTHENTICATOR_APP).reply(ChallengeReady.class);
        proveWithApp(flow, app, ResetAuthorized.class);
        portal.submitNewPassword(flow, wanted).reply(PasswordSet.class);
    }

    /** A code of an app is good for a minute; when everything stood still for longer, the next one is typed. */
    private void proveWithApp(Flow flow, AuthenticatorApp app, Class<? extends Reply> expected) {
        for (int attempt = 1; attempt < MOST_CODES; attempt++) {
            Asked asked = portal.submitProof(flow, app.code());
            if (!(asked.reply() instanceof ProofRejected)) {
                asked.reply(expected);
                return;
            }
        }
        portal.submitProof(flow, app.code()).reply(expected);
    }

    private String firstPassword() {
        return "first password of " + login;
    }

    private static String password() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
