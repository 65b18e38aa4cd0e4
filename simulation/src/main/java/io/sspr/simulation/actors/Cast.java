package io.sspr.simulation.actors;

import io.sspr.client.ReplyKey;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.request.ImportCredential;
import io.sspr.contract.request.ProvisionAccount;
import io.sspr.contract.request.RegisterMethod;
import io.sspr.contract.request.SubmitProof;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.contract.secret.ProofEntry;
import io.sspr.demo.Totp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes everybody known, and lets them register, while nothing goes wrong. */
public final class Cast {

    private static final String PORTAL = "portal";
    private static final String DIRECTORY = "directory";
    private static final int PATIENCE = 20_000;

    private final FrontEnds frontEnds;
    private final Letters letters;
    private final Runnable step;
    private final Supplier<Instant> now;
    private final ReplyKey replyKey = ReplyKey.generate();

    /** Goes on by steps of the world. */
    public Cast(FrontEnds frontEnds, Letters letters, Runnable step, Supplier<Instant> now) {
        this.frontEnds = frontEnds;
        this.letters = letters;
        this.step = step;
        this.now = now;
    }

    /** So many people; the first is an administrator. */
    public List<Person> assemble(int many) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < many; i++) people.add(known(new Person(i, i == 0)));
        for (Person person : people) {
            FrontEnds.SignedInAs signedIn = new FrontEnds.SignedInAs(person.account(), now.get(), List.of("pwd"));
            register(person, signedIn, MethodKind.EMAIL);
            register(person, signedIn, MethodKind.SMS);
            register(person, signedIn, MethodKind.AUTHENTICATOR_APP);
            if (person.login.hashCode() % 2 == 0) registerCodes(person, signedIn);
        }
        return people;
    }

    private Person known(Person person) {
        AccountEntry entry = new AccountEntry("id of " + person.login, person.login, "en", person.administrator);
        AccountProvisioned provisioned = (AccountProvisioned) answer(
                frontEnds.ask(DIRECTORY, MessageType.PROVISION_ACCOUNT, null, null, entry, ProvisionAccount::new));
        person.accountId = provisioned.accountId();
        InitialCredential credential = new InitialCredential(null, person.password, false);
        answer(frontEnds.ask(
                DIRECTORY,
                MessageType.IMPORT_CREDENTIAL,
                null,
                null,
                credential,
                seal -> new ImportCredential(person.account(), seal)));
        return person;
    }

    private void register(Person person, FrontEnds.SignedInAs signedIn, MethodKind kind) {
        Flow flow = new Flow(PORTAL, person);
        boolean app = kind == MethodKind.AUTHENTICATOR_APP;
        String address = app ? null : address(person, kind);
        MethodEntry entry = new MethodEntry(address, app ? replyKey.publicJwk() : null, null);
        FrontEnds.Asked asked = frontEnds.ask(
                PORTAL,
                MessageType.REGISTER_METHOD,
                flow.id,
                signedIn,
                entry,
                seal -> new RegisterMethod(flow.id, flow.secret.hash(), kind, seal));
        Reply reply = answer(asked);
        if (!(reply instanceof ChallengeReady challenge))
            throw new IllegalStateException(person + " cannot register " + kind + ": " + reply);
        if (app)
            person.app = Totp.scan(replyKey.open(challenge, PORTAL, asked.id()).otpauth());
        String code = app ? Pockets.appCode(person, now.get()) : Pockets.latest(letters.at(address(person, kind)));
        Reply proven = answer(frontEnds.ask(
                PORTAL,
                MessageType.SUBMIT_PROOF,
                flow.id,
                null,
                new ProofEntry(flow.secret.text(), code, null),
                seal -> new SubmitProof(flow.id, seal)));
        if (!(proven instanceof MethodRegistered registered) || registered.usableFrom() != null)
            throw new IllegalStateException(person + " has not registered " + kind + ": " + proven);
        person.registered.add(kind);
    }

    private void registerCodes(Person person, FrontEnds.SignedInAs signedIn) {
        Flow flow = new Flow(PORTAL, person);
        FrontEnds.Asked asked = frontEnds.ask(
                PORTAL,
                MessageType.REGISTER_METHOD,
                flow.id,
                signedIn,
                new MethodEntry(null, replyKey.publicJwk(), null),
                seal -> new RegisterMethod(flow.id, flow.secret.hash(), MethodKind.RECOVERY_CODE, seal));
        RecoveryCodesReady ready = (RecoveryCodesReady) answer(asked);
        person.recoveryCodes.addAll(replyKey.open(ready, PORTAL, asked.id()).codes());
        person.registered.add(MethodKind.RECOVERY_CODE);
    }

    static String address(Person person, MethodKind kind) {
        return kind == MethodKind.SMS ? person.phone : person.mail;
    }

    private Reply answer(FrontEnds.Asked asked) {
        for (int i = 0; i < PATIENCE; i++) {
            Reply reply = frontEnds.reply(asked.id());
            if (reply != null) return reply;
            step.run();
        }
        throw new IllegalStateException("no answer to " + asked.topic() + " within " + Duration.ofSeconds(PATIENCE));
    }
}
