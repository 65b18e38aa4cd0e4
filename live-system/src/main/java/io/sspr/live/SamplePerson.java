package io.sspr.live;

import io.sspr.client.Asked;
import io.sspr.client.Flow;
import io.sspr.client.Person;
import io.sspr.client.ReplyKey;
import io.sspr.contract.MethodKind;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.reply.GatePassed;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.demo.AuthenticatorApp;
import io.sspr.demo.Totp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a password.
 *
 * @param phone with the authenticator app; absent for somebody who has registered nothing
 */
public record SamplePerson(
        LiveSystem system,
        String login,
        String address,
        String password,
        Person signedIn,
        @Nullable AuthenticatorApp phone) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Somebody who has registered both kinds. */
    public static SamplePerson registered(LiveSystem system, String locale) {
        SamplePerson person = withPassword(system, locale);
        register(system, person.signedIn, person.address);
        AuthenticatorApp phone = registerApp(system, person.signedIn);
        // A reset that is begun at once could come before what it is to know.
        system.awaitMethodsKnown(person.signedIn.accountId(), 2);
        return new SamplePerson(system, person.login, person.address, person.password, person.signedIn, phone);
    }

    /** Somebody who has changed the password they were given, and has registered nothing. */
    public static SamplePerson withPassword(LiveSystem system, String locale) {
        String login = "person-" + UUID.randomUUID();
        UUID account = system.directory()
                .provision(new AccountEntry(login, login, locale, false))
                .reply(AccountProvisioned.class)
                .accountId();
        system.directory()
                .importCredential(account, new InitialCredential(null, "first " + login, true))
                .reply(CredentialImported.class);
        SignedIn reply = system.portal().signIn(login, "first " + login).reply(SignedIn.class);
        Person signedIn = Person.of(reply, Instant.now());
        String password = "second " + UUID.randomUUID();
        system.portal().changePassword(signedIn, "first " + login, password).reply(PasswordSet.class);
        return new SamplePerson(system, login, login + "@example.org", password, signedIn, null);
    }

    /** The app; throws for somebody who has none. */
    public AuthenticatorApp app() {
        return Objects.requireNonNull(phone, "has no authenticator app");
    }

    /** Signs in again, with the app where there is one: that counts for ten minutes, and people are made ahead of their tests. */
    public Person signInAgain() {
        SignedIn reply = system.portal().signIn(login, password).reply(SignedIn.class);
        Person again = Person.of(reply, Instant.now());
        return phone == null ? again : again.withApp();
    }

    /** Registers one more address. */
    public String registerAnother() {
        String another = "more-" + address;
        register(system, signInAgain(), another);
        return another;
    }

    /** A reset with both gates passed. */
    public Flow authorisedReset() {
        Flow flow = Flow.begin();
        reset(flow);
        return flow;
    }

    public ResetAuthorized reset(Flow flow) {
        long seen = system.mailbox().newest(address);
        system.portal().requestReset(flow, login).reply(MethodsOffered.class);
        system.portal().chooseMethod(flow, MethodKind.EMAIL).reply(ChallengeReady.class);
        String code = system.mailbox().code(address, seen, PATIENCE);
        system.portal().submitProof(flow, code).reply(GatePassed.class);
        system.portal().chooseMethod(flow, MethodKind.AUTHENTICATOR_APP).reply(ChallengeReady.class);
        return system.portal().submitProof(flow, app().code()).reply(ResetAuthorized.class);
    }

    private static void register(LiveSystem system, Person person, String address) {
        Flow flow = Flow.begin();
        system.portal().registerEmail(person, flow, address).reply(ChallengeReady.class);
        String code = system.mailbox().code(address, 0, PATIENCE);
        system.portal().submitProof(flow, code).reply(MethodRegistered.class);
    }

    private static AuthenticatorApp registerApp(LiveSystem system, Person person) {
        Flow flow = Flow.begin();
        ReplyKey key = ReplyKey.generate();
        Asked asked = system.portal().registerAuthenticator(person, flow, key);
        ChallengeReady ready = asked.reply(ChallengeReady.class);
        String otpauth = key.open(ready, system.portal().client(), asked.id()).otpauth();
        proveWithTheStepBefore(system, flow, Totp.scan(otpauth));
        return new AuthenticatorApp(otpauth, Clock.systemUTC());
    }

    /** Its code still counts, and leaves the present one for the reset; if a step just ended, it is the one of two before. */
    public static void proveWithTheStepBefore(LiveSystem system, Flow flow, Totp totp) {
        Asked asked = system.portal().submitProof(flow, totp.code(totp.step(Instant.now()) - 1));
        if (asked.reply() instanceof ProofRejected)
            asked = system.portal().submitProof(flow, totp.code(totp.step(Instant.now()) - 1));
        asked.reply(MethodRegistered.class);
    }
}
