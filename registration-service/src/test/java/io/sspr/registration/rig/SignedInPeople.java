package io.sspr.registration.rig;

import com.nimbusds.jose.jwk.ECKey;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.reply.MethodsShown;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.request.ChooseDefaultMethod;
import io.sspr.contract.request.CollectRecoveryCode;
import io.sspr.contract.request.RegisterMethod;
import io.sspr.contract.request.RemoveMethod;
import io.sspr.contract.request.ShowMethods;
import io.sspr.contract.request.StepUp;
import io.sspr.contract.seal.Assertion;
import io.sspr.contract.secret.FlowReplyKey;
import io.sspr.contract.secret.MethodChoice;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.contract.secret.MethodList;
import io.sspr.contract.secret.MethodView;
import io.sspr.contract.secret.ReplyKeyEntry;
import io.sspr.contract.secret.Visit;
import io.sspr.registration.kind.app.Totp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What people who are signed in do about their methods. */
abstract class SignedInPeople extends Seen {

    private final Rig rig;
    private final Map<UUID, Instant> signIns = new ConcurrentHashMap<>();

    SignedInPeople(Rig rig) {
        this.rig = rig;
    }

    /** Hands in a proof. */
    public abstract Outcome prove(People.Flow flow, String proof);

    /** The client's word that the person signed in at most ten minutes ago: they stay signed in for so long. */
    public Assertion signedIn(UUID accountId) {
        Instant oldest = rig.now().minus(Duration.ofMinutes(10));
        return signedIn(
                accountId, signIns.compute(accountId, (id, at) -> at == null || at.isBefore(oldest) ? rig.now() : at));
    }

    /** The client's word that the person signed in just now, in these ways. */
    public Assertion signsIn(UUID accountId, String... amr) {
        // A sign-in goes by its time.
        rig.pass(Duration.ofSeconds(1));
        signIns.put(accountId, rig.now());
        return signedIn(accountId, rig.now(), amr);
    }

    /** The client's word that the person signed in at that time, by password and in these ways. */
    public Assertion signedIn(UUID accountId, Instant at, String... amr) {
        List<String> ways = new ArrayList<>(List.of("pwd"));
        ways.addAll(List.of(amr));
        return new Assertion(
                TestKeys.PORTAL,
                accountId,
                "registration-service",
                MessageType.REGISTER_METHOD.wireName(),
                UUID.randomUUID(),
                "",
                rig.now(),
                at,
                ways);
    }

    /** Begins to register an address. */
    public Outcome registerEmail(UUID accountId, People.Flow flow, @Nullable String address) {
        return register(signedIn(accountId), MethodKind.EMAIL, flow, new MethodEntry(address, null, null));
    }

    /** Begins to register a number. */
    public Outcome registerSms(UUID accountId, People.Flow flow, @Nullable String number) {
        return register(signedIn(accountId), MethodKind.SMS, flow, new MethodEntry(number, null, null));
    }

    /** Begins to register an app. */
    public Outcome registerApp(UUID requestId, UUID accountId, People.Flow flow, @Nullable String replyKey) {
        MethodEntry entry = new MethodEntry(null, replyKey, null);
        return register(requestId, signedIn(accountId), MethodKind.AUTHENTICATOR_APP, flow, entry);
    }

    /** Begins to register what somebody who is signed in names. */
    public Outcome register(Assertion person, MethodKind kind, People.Flow flow, MethodEntry entry) {
        return register(UUID.randomUUID(), person, kind, flow, entry);
    }

    private Outcome register(UUID requestId, Assertion person, MethodKind kind, People.Flow flow, MethodEntry entry) {
        RegisterMethod request = new RegisterMethod(flow.id(), flow.secret().hash(), kind, People.SOME_SEAL);
        return rig.request(requestId, request, entry, person);
    }

    /** Asks for recovery codes. */
    public People.Codes recoveryCodes(Assertion person) {
        UUID requestId = UUID.randomUUID();
        People.Flow flow = People.Flow.begin();
        ECKey key = replyKey();
        MethodEntry entry = new MethodEntry(null, key.toPublicJWK().toJSONString(), null);
        return codes(register(requestId, person, MethodKind.RECOVERY_CODE, flow, entry), key, requestId, flow);
    }

    /** Collects a recovery code in place of the one that a flow used. */
    public People.Codes collect(People.Flow flow) {
        UUID requestId = UUID.randomUUID();
        ECKey key = replyKey();
        FlowReplyKey entry =
                new FlowReplyKey(flow.secret().text(), key.toPublicJWK().toJSONString());
        return codes(
                rig.request(requestId, new CollectRecoveryCode(flow.id(), People.SOME_SEAL), entry, null),
                key,
                requestId,
                flow);
    }

    /** Begins to prove a method within a sign-in. */
    public Outcome stepUp(Assertion person, MethodKind kind, People.Flow flow) {
        StepUp request = new StepUp(flow.id(), flow.secret().hash(), kind, People.SOME_SEAL);
        return rig.request(request, new Visit(null), person);
    }

    /** Proves an address or number within a sign-in. */
    public Outcome stepsUp(Assertion person, MethodKind kind) {
        People.Flow flow = People.Flow.begin();
        return prove(flow, letter(stepUp(person, kind, flow)).code());
    }

    /** Proves an app within a sign-in, and waits until its code is another. */
    public Outcome stepsUp(Assertion person, People.App app) {
        People.Flow flow = People.Flow.begin();
        stepUp(person, MethodKind.AUTHENTICATOR_APP, flow);
        Outcome proven = prove(flow, Totp.codeAt(app.seed(), rig.now()));
        rig.pass(Duration.ofSeconds(60));
        return proven;
    }

    /** Removes a method. */
    public Outcome remove(Assertion person, UUID methodId) {
        return rig.request(new RemoveMethod(People.SOME_SEAL), new MethodChoice(methodId, null), person);
    }

    /** Chooses the one of its kind. */
    public Outcome choose(Assertion person, UUID methodId) {
        return rig.request(new ChooseDefaultMethod(People.SOME_SEAL), new MethodChoice(methodId, null), person);
    }

    /** What the person's front end shows of their methods. */
    public List<MethodView> shown(Assertion person) {
        return list(person).methods();
    }

    /** The same, and what they can add. */
    public MethodList list(Assertion person) {
        UUID requestId = UUID.randomUUID();
        ECKey key = replyKey();
        Outcome outcome = rig.request(
                requestId,
                new ShowMethods(People.SOME_SEAL),
                new ReplyKeyEntry(key.toPublicJWK().toJSONString(), null),
                person);
        return methods(outcome.reply(MethodsShown.class), key, requestId);
    }

    private static People.Codes codes(Outcome outcome, ECKey key, UUID requestId, People.Flow flow) {
        boolean given = outcome.told().stream().anyMatch(told -> told.message() instanceof RecoveryCodesReady);
        return new People.Codes(
                outcome,
                given ? recoveryCodes(outcome.reply(RecoveryCodesReady.class), key, requestId, flow) : List.of());
    }
}
