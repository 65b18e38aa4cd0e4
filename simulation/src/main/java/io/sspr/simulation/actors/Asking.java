package io.sspr.simulation.actors;

import io.sspr.client.ReplyKey;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.request.CancelReset;
import io.sspr.contract.request.ChooseMethod;
import io.sspr.contract.request.ContactAdministrator;
import io.sspr.contract.request.RegisterMethod;
import io.sspr.contract.request.Request;
import io.sspr.contract.request.RequestReset;
import io.sspr.contract.request.RequestUnlock;
import io.sspr.contract.request.ResendCode;
import io.sspr.contract.request.StepUp;
import io.sspr.contract.request.SubmitNewPassword;
import io.sspr.contract.request.SubmitProof;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.FlowKey;
import io.sspr.contract.secret.LoginEntry;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.contract.secret.NewPasswordEntry;
import io.sspr.contract.secret.ProofEntry;
import io.sspr.contract.secret.Secret;
import io.sspr.contract.secret.Visit;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The steps that a flow has, each as one request. */
final class Asking {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final FrontEnds frontEnds;
    final ReplyKey replyKey = ReplyKey.generate();

    Asking(FrontEnds frontEnds) {
        this.frontEnds = frontEnds;
    }

    private void ask(
            Flow flow,
            MessageType type,
            FrontEnds.@Nullable SignedInAs person,
            Secret content,
            Function<Sealed, Request> request) {
        flow.asked.add(frontEnds.ask(flow.client, type, flow.id, person, content, request));
    }

    void reset(Flow flow) {
        ask(
                flow,
                MessageType.REQUEST_RESET,
                null,
                new LoginEntry(flow.person.login, null),
                seal -> new RequestReset(flow.id, flow.secret.hash(), seal));
    }

    void unlock(Flow flow) {
        ask(
                flow,
                MessageType.REQUEST_UNLOCK,
                null,
                new LoginEntry(flow.person.login, null),
                seal -> new RequestUnlock(flow.id, flow.secret.hash(), seal));
    }

    void choose(Flow flow, MethodKind kind) {
        flow.chosen = kind;
        ask(flow, MessageType.CHOOSE_METHOD, null, key(flow), seal -> new ChooseMethod(flow.id, kind, seal));
    }

    void prove(Flow flow, String code) {
        prove(flow, flow.secret.text(), code);
    }

    /** As somebody who has the handle and not the secret. */
    void proveUnknowing(Flow flow, String code) {
        prove(flow, FlowSecret.generate(RANDOM).text(), code);
    }

    private void prove(Flow flow, String secret, String code) {
        ProofEntry entry = new ProofEntry(secret, code, null);
        ask(flow, MessageType.SUBMIT_PROOF, null, entry, seal -> new SubmitProof(flow.id, seal));
    }

    /** Under the id of a request that was made before. */
    void proveAs(UUID id, Flow flow, String code) {
        ProofEntry entry = new ProofEntry(flow.secret.text(), code, null);
        frontEnds.ask(
                id,
                flow.client,
                MessageType.SUBMIT_PROOF,
                flow.id,
                null,
                entry,
                seal -> new SubmitProof(flow.id, seal));
    }

    void resend(Flow flow) {
        ask(flow, MessageType.RESEND_CODE, null, key(flow), seal -> new ResendCode(flow.id, seal));
    }

    void cancel(Flow flow) {
        ask(flow, MessageType.CANCEL_RESET, null, key(flow), seal -> new CancelReset(flow.id, seal));
    }

    void contact(Flow flow) {
        ask(flow, MessageType.CONTACT_ADMINISTRATOR, null, key(flow), seal -> new ContactAdministrator(flow.id, seal));
    }

    void set(Flow flow, String password) {
        NewPasswordEntry entry = new NewPasswordEntry(flow.secret.text(), password);
        ask(flow, MessageType.SUBMIT_NEW_PASSWORD, null, entry, seal -> new SubmitNewPassword(flow.id, seal));
    }

    void register(Flow flow, FrontEnds.SignedInAs person, MethodKind kind) {
        flow.chosen = kind;
        String address = kind.sendsCode() ? Cast.address(flow.person, kind) : null;
        MethodEntry entry = new MethodEntry(address, kind.sendsCode() ? null : replyKey.publicJwk(), null);
        ask(
                flow,
                MessageType.REGISTER_METHOD,
                person,
                entry,
                seal -> new RegisterMethod(flow.id, flow.secret.hash(), kind, seal));
    }

    void stepUp(Flow flow, FrontEnds.SignedInAs person, MethodKind kind) {
        flow.chosen = kind;
        ask(
                flow,
                MessageType.STEP_UP,
                person,
                new Visit(null),
                seal -> new StepUp(flow.id, flow.secret.hash(), kind, seal));
    }

    private static FlowKey key(Flow flow) {
        return new FlowKey(flow.secret.text());
    }
}
