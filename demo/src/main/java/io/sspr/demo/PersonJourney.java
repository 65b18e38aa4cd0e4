package io.sspr.demo;

import io.sspr.client.Asked;
import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.client.Person;
import io.sspr.client.ReplyKey;
import io.sspr.contract.MethodKind;
import io.sspr.contract.PasswordRule;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.GatePassed;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordChecked;
import io.sspr.contract.reply.PasswordRefused;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.contract.reply.SignedIn;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What one person does with the portal, from the first password to one that was reset; each step is checked. */
final class PersonJourney {

    private final FrontEnd portal;
    private final SamplePerson person;
    private final Steps steps;
    private final String name;

    PersonJourney(FrontEnd portal, SamplePerson person, Steps steps) {
        this.portal = portal;
        this.person = person;
        this.steps = steps;
        this.name = person.login();
    }

    /** Signs in with the password that the organisation gave, which must be changed, and changes it. */
    void begin() {
        Person session = steps.check(name + " signs in with the first password and must change it", () -> {
            SignedIn reply = signIn(person.login(), person.password());
            Steps.require(reply.mustChange(), "the first password need not be changed");
            return session(reply);
        });
        change(session, 2);
    }

    /** Registers the mail address and the authenticator app, both within the sign-in that it returns. */
    Person register() {
        String typed = typedDifferently(person.login());
        Person session = steps.check(name + " signs in, typing \"" + typed + "\"", () -> {
            SignedIn reply = signIn(typed, person.password());
            Steps.require(!reply.mustChange(), "the changed password must be changed again");
            return session(reply);
        });
        registerEmail(session);
        registerApp(session);
        return session;
    }

    /** Forgets the password and resets it, proving as many methods as the service asks for. */
    void reset() {
        String forgotten = person.password();
        String wanted = RandomPassword.make();
        Flow flow = Flow.begin();
        ResetAuthorized authorized = proveAll(flow);
        int shortest = authorized.rules().minimumLength();
        String tooShort = wanted.substring(0, Math.min(shortest - 1, wanted.length()));
        List<PasswordRule> broken = steps.check(
                name + " is told, as it is typed, that " + (shortest - 1) + " characters are too few",
                () -> portal.checkPassword(flow, tooShort)
                        .reply(PasswordChecked.class)
                        .rules());
        steps.check(name + " is refused a new password of " + (shortest - 1) + " characters, for the same", () -> {
            PasswordRefused reply = portal.submitNewPassword(flow, tooShort).reply(PasswordRefused.class);
            Steps.require(reply.rules().contains(PasswordRule.TOO_SHORT), "the broken rules are " + reply.rules());
            Steps.require(reply.rules().equals(broken), "told before were " + broken);
        });
        person.lookAtMails();
        steps.check(name + " sets a new password: version 3", () -> {
            set(portal.submitNewPassword(flow, wanted), 3);
            person.remember(wanted);
        });
        steps.check(name + " is told of it by mail, and from where", () -> {
            String told = person.notice().text();
            Steps.require(told.contains(portal.origin().addressPrefix()), "the mail does not name the network");
            Steps.require(told.contains(portal.origin().agentFamily()), "the mail does not name the program");
        });
        fails("the forgotten password", forgotten);
        Person session = steps.check(
                name + " signs in with the new one", () -> session(signIn(person.login(), person.password())));
        change(session, 4);
    }

    private void registerEmail(Person session) {
        Flow flow = Flow.begin();
        UUID method = steps.check(name + " registers the address that a mailed code reached", () -> {
            person.lookAtMails();
            portal.registerEmail(session, flow, person.account().address()).reply(ChallengeReady.class);
            String code = person.code(MethodKind.EMAIL);
            String wrong = (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
            ProofRejected rejected = portal.submitProof(flow, wrong).reply(ProofRejected.class);
            Steps.require(rejected.reason() == Refusal.WRONG_PROOF, "a wrong code was called " + rejected.reason());
            return registered(portal.submitProof(flow, code), MethodKind.EMAIL);
        });
        Steps.require(!method.equals(person.accountId()), "a method has the id of its account");
    }

    private void registerApp(Person session) {
        steps.check(name + " registers an authenticator app", () -> {
            Flow flow = Flow.begin();
            ReplyKey key = ReplyKey.generate();
            Asked asked = portal.registerAuthenticator(session, flow, key);
            ChallengeReady ready = asked.reply(ChallengeReady.class);
            person.scan(key.open(ready, portal.client(), asked.id()).otpauth());
            registered(
                    portal.submitProof(flow, person.code(MethodKind.AUTHENTICATOR_APP)), MethodKind.AUTHENTICATOR_APP);
        });
    }

    private ResetAuthorized proveAll(Flow flow) {
        MethodsOffered offered = steps.check(
                name + " has forgotten the password and is offered ways to reset it",
                () -> portal.requestReset(flow, person.login()).reply(MethodsOffered.class));
        List<MethodKind> left = new ArrayList<>(offered.kinds());
        for (int gate = 1; gate < offered.gates(); gate++) {
            MethodKind kind = left.get(0);
            GatePassed passed = prove(flow, kind, GatePassed.class);
            Steps.require(!passed.kinds().contains(kind), kind + " is offered once more");
            left = passed.kinds();
        }
        return prove(flow, left.get(0), ResetAuthorized.class);
    }

    private <R extends Reply> R prove(Flow flow, MethodKind kind, Class<R> expected) {
        if (kind == MethodKind.AUTHENTICATOR_APP) waitForTheNextCode();
        return steps.check(name + " proves " + kind, () -> {
            person.lookAtMails();
            portal.chooseMethod(flow, kind).reply(ChallengeReady.class);
            return portal.submitProof(flow, person.code(kind)).reply(expected);
        });
    }

    private void waitForTheNextCode() {
        Duration wait = person.untilNextCode();
        if (!wait.isZero())
            steps.say("  (the app's code was used to register it: the next one comes in " + (wait.toSeconds() + 1)
                    + " s)");
    }

    private void change(Person session, long version) {
        String known = person.password();
        steps.check(name + " changes the password: version " + version, () -> {
            String wanted = RandomPassword.make();
            set(portal.changePassword(session, known, wanted), version);
            person.remember(wanted);
        });
        fails("the one before", known);
    }

    private void fails(String which, String password) {
        steps.check(name + " cannot sign in with " + which, () -> {
            SignInFailed failed = portal.signIn(person.login(), password).reply(SignInFailed.class);
            Steps.require(failed.reason() == Refusal.WRONG_CREDENTIALS, "the reason is " + failed.reason());
        });
    }

    private void set(Asked asked, long version) {
        PasswordSet set = asked.reply(PasswordSet.class);
        Steps.require(set.accountId().equals(person.accountId()), "it was set for another account");
        Steps.require(set.version() == version, "it is version " + set.version());
    }

    private static UUID registered(Asked asked, MethodKind kind) {
        MethodRegistered registered = asked.reply(MethodRegistered.class);
        Steps.require(registered.kind() == kind, "it is registered as " + registered.kind());
        return registered.methodId();
    }

    private SignedIn signIn(String login, String password) {
        SignedIn reply = portal.signIn(login, password).reply(SignedIn.class);
        Steps.require(reply.accountId().equals(person.accountId()), "it is another account");
        return reply;
    }

    private static Person session(SignedIn reply) {
        return Person.of(reply, Clock.systemUTC().instant());
    }

    /** In capitals and with letters and accents apart: for a reader the same, for a computer another text. */
    static String typedDifferently(String login) {
        return Normalizer.normalize(login.toUpperCase(Locale.ROOT), Normalizer.Form.NFD);
    }
}
