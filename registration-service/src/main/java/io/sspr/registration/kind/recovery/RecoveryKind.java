package io.sspr.registration.kind.recovery;

import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.RecoveryCodeUsed;
import io.sspr.contract.event.RecoveryCodesIssued;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.seal.Sealer;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.RecoveryCodes;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Work;
import io.sspr.registration.kind.Attempt;
import io.sspr.registration.kind.Draft;
import io.sspr.registration.kind.Kind;
import io.sspr.registration.kind.Match;
import io.sspr.registration.kind.Proven;
import io.sspr.registration.kind.Registration;
import io.sspr.registration.method.MethodStates;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.notice.MethodNotices;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Recovery codes: a set of ten, each good for one proof, after which the person may collect another (REC-02). */
@Component
class RecoveryKind implements Kind {

    private static final int CODES = 10;
    private static final String BETWEEN = " ";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RecoveryCodeHashes hashes;
    private final Successors successors;
    private final MethodStates methodStates;
    private final MethodNotices notices;

    RecoveryKind(RecoveryCodeHashes hashes, Successors successors, MethodStates methodStates, MethodNotices notices) {
        this.methodStates = methodStates;
        this.hashes = hashes;
        this.successors = successors;
        this.notices = notices;
    }

    @Override
    public MethodKind kind() {
        return MethodKind.RECOVERY_CODE;
    }

    @Override
    public int strength() {
        return 3;
    }

    @Override
    public int most() {
        return 1;
    }

    @Override
    public boolean isGiven() {
        return true;
    }

    @Override
    public Prepared<Draft> draft(Registration asked) {
        return asked.toFrontEnd()
                .map(sealer -> Prepared.facts(generated(asked, sealer)))
                .orElseGet(() -> Prepared.refuse(Refusal.REPLY_KEY_INVALID));
    }

    @Override
    public RegisteredMethod toBe(UUID methodId, UUID accountId, String pending) {
        // The codes are kept apart from it.
        return RegisteredMethod.holding(methodId, accountId, kind(), null);
    }

    @Override
    public Reply give(RegisteredMethod method, Draft draft, UUID flow, @Nullable Origin origin, Work work) {
        List<RecoveryCode> codes =
                Stream.of(draft.pending().split(BETWEEN)).map(RecoveryCode::new).toList();
        hashes.add(method.methodId(), codes);
        notices.publish(
                new RecoveryCodesIssued(method.methodId(), method.accountId(), codes.size(), false), origin, work);
        return new RecoveryCodesReady(flow, codes.size(), Objects.requireNonNull(draft.sealed()));
    }

    @Override
    public Match compare(@Nullable RegisteredMethod method, Attempt attempt) {
        String code =
                RecoveryCode.typed(attempt.typed()).map(RecoveryCode::text).orElse("");
        String typed = hashes.hash(attempt.methodId(), code);
        boolean found = false;
        // As many comparisons for whoever has fewer codes, or none, and all of them every time.
        for (String hash : hashes.filledUp(attempt.methodId(), CODES))
            found |= MessageDigest.isEqual(bytes(hash), bytes(typed));
        return found ? new Match.Right(typed) : Match.WRONG;
    }

    @Override
    public void useUp(Proven proven, Work work) {
        RegisteredMethod method = proven.method();
        hashes.use(method.methodId(), proven.used());
        successors.add(proven, work.now());
        int left = hashes.left(method.methodId());
        if (left == 0) methodStates.supply(method, true, work);
        notices.publish(
                new RecoveryCodeUsed(
                        method.methodId(), method.accountId(), proven.verificationId(), proven.resetId(), left),
                proven.origin(),
                work);
    }

    @Override
    public OptionalInt codesLeft(RegisteredMethod method) {
        return OptionalInt.of(hashes.left(method.methodId()));
    }

    private static Draft generated(Registration asked, Sealer toFrontEnd) {
        List<RecoveryCode> codes = Stream.generate(() -> RecoveryCode.generate(RANDOM))
                .limit(CODES)
                .toList();
        RecoveryCodes shown =
                new RecoveryCodes(codes.stream().map(RecoveryCode::grouped).toList());
        return new Draft(
                String.join(BETWEEN, codes.stream().map(RecoveryCode::text).toList()),
                null,
                asked.seal(toFrontEnd, shown, MessageType.RECOVERY_CODES_READY_REPLY));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
