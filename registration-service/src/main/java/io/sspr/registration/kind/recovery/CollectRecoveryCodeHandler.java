package io.sspr.registration.kind.recovery;

import io.sspr.contract.ContractJson;
import io.sspr.contract.MessageType;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.RecoveryCodesIssued;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.request.CollectRecoveryCode;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.seal.Sealer;
import io.sspr.contract.secret.FlowReplyKey;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.RecoveryCodes;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.flow.FlowName;
import io.sspr.registration.method.MethodStates;
import io.sspr.registration.method.Methods;
import io.sspr.registration.notice.MethodNotices;
import io.sspr.registration.protection.ReplyKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives one code in place of a used one to the flow that used it, once. */
@Component
class CollectRecoveryCodeHandler implements Handler<CollectRecoveryCode, CollectRecoveryCodeHandler.Facts> {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The flow, what it may collect, and a code that would do. */
    record Facts(FlowName flow, Optional<Successor> successor, RecoveryCode code, Sealed sealed) {}

    private final RecoveryCodeHashes hashes;
    private final Successors successors;
    private final Methods methods;
    private final MethodStates methodStates;
    private final MethodNotices notices;

    CollectRecoveryCodeHandler(
            RecoveryCodeHashes hashes,
            Successors successors,
            Methods methods,
            MethodStates methodStates,
            MethodNotices notices) {
        this.methods = methods;
        this.methodStates = methodStates;
        this.hashes = hashes;
        this.successors = successors;
        this.notices = notices;
    }

    @Override
    public Class<CollectRecoveryCode> handles() {
        return CollectRecoveryCode.class;
    }

    @Override
    public Prepared<Facts> prepare(Received<CollectRecoveryCode> message) {
        FlowName flow = new FlowName(message.sender(), message.message().flow());
        Optional<Sealer> toFrontEnd =
                ReplyKey.sealer(message.secret(FlowReplyKey.class).replyKey());
        if (toFrontEnd.isEmpty()) return Prepared.refuse(Refusal.REPLY_KEY_INVALID);
        RecoveryCode code = RecoveryCode.generate(RANDOM);
        SealContext context = new SealContext(
                message.sender(), MessageType.RECOVERY_CODES_READY_REPLY.wireName(), message.id(), flow.flow());
        byte[] shown = ContractJson.write(new RecoveryCodes(List.of(code.grouped())));
        return Prepared.facts(new Facts(
                flow, successors.of(flow), code, toFrontEnd.get().seal(shown, context, message.appendedAt())));
    }

    @Override
    public List<String> locks(Received<CollectRecoveryCode> message, Facts facts) {
        String flow = facts.flow().lock();
        return facts.successor()
                .map(successor -> List.of(KnownAccount.lock(successor.accountId()), flow))
                .orElseGet(() -> List.of(flow));
    }

    @Override
    public void handle(Received<CollectRecoveryCode> message, Facts facts, Work work) {
        Optional<Successor> successor = successors.of(facts.flow());
        if (!successor.equals(facts.successor())) throw new StaleFacts("a recovery code was used or collected");
        FlowReplyKey entry = message.secret(FlowReplyKey.class);
        if (successor.isEmpty()) work.refuse(Refusal.NOTHING_TO_COLLECT, null);
        else if (!FlowSecret.matches(entry.flowSecret(), successor.get().flowHash()))
            work.refuse(Refusal.WRONG_FLOW_SECRET, null);
        else give(successor.get(), facts, entry.origin(), work);
    }

    private void give(Successor successor, Facts facts, @Nullable Origin origin, Work work) {
        successors.remove(facts.flow());
        hashes.add(successor.methodId(), List.of(facts.code()));
        int left = hashes.left(successor.methodId());
        if (left == 1) tellThatThereIsOneAgain(successor, work);
        notices.publish(new RecoveryCodesIssued(successor.methodId(), successor.accountId(), left, true), origin, work);
        work.reply(new RecoveryCodesReady(facts.flow().flow(), left, facts.sealed()));
    }

    private void tellThatThereIsOneAgain(Successor successor, Work work) {
        methods.of(successor.accountId()).methods().stream()
                .filter(method -> method.methodId().equals(successor.methodId()))
                .forEach(method -> methodStates.supply(method, false, work));
    }
}
