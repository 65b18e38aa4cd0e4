package io.sspr.bench;

import io.sspr.client.Asked;
import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.contract.MethodKind;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.ResetAuthorized;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One person's reset with one mail, without a person's waiting: each step is asked for as soon as the one before it was
 * answered. It has ended when the password is set, a subscriber has heard of it and the notice is out.
 */
final class OneReset {

    private final Account account;
    private final FrontEnd portal;
    private final Executor executor;
    private final BiConsumer<OneReset, @Nullable Failure> ended;
    private final Flow flow = Flow.begin();
    private final String wanted;
    private final Map<Step, Long> took = new EnumMap<>(Step.class);
    private final long intended;
    private long chosen;
    private long submitted;
    private @Nullable String code;
    private boolean challenged;
    private boolean over;

    /**
     * Nothing is asked yet.
     *
     * @param intended when it should begin, by {@link System#nanoTime()}; all of it is timed from there
     * @param ended is told once, and of what went wrong if anything did
     */
    OneReset(
            Account account,
            String wanted,
            long intended,
            FrontEnd portal,
            Executor executor,
            BiConsumer<OneReset, @Nullable Failure> ended) {
        this.account = account;
        this.wanted = wanted;
        this.intended = intended;
        this.portal = portal;
        this.executor = executor;
        this.ended = ended;
    }

    Account account() {
        return account;
    }

    long intended() {
        return intended;
    }

    synchronized Map<Step, Long> took() {
        return new EnumMap<>(took);
    }

    void begin() {
        ask(() -> portal.requestReset(flow, account.login()), MethodsOffered.class, this::choose);
    }

    private synchronized void choose() {
        chosen = took(Step.OFFERED, intended);
        ask(() -> portal.chooseMethod(flow, MethodKind.EMAIL), ChallengeReady.class, this::challenged);
    }

    private synchronized void challenged() {
        long now = took(Step.CHALLENGED, chosen);
        challenged = true;
        proveIfReady(now);
    }

    /** The mail with the code has come. */
    synchronized void mailed(String sent) {
        long now = took(Step.MAILED, chosen);
        if (code != null) fail("a second code was sent");
        code = sent;
        proveIfReady(now);
    }

    private void proveIfReady(long now) {
        String typed = code;
        if (!challenged || typed == null) return;
        ask(() -> portal.submitProof(flow, typed), ResetAuthorized.class, () -> setPassword(now));
    }

    private synchronized void setPassword(long proven) {
        submitted = took(Step.AUTHORIZED, proven);
        ask(() -> portal.submitNewPassword(flow, wanted), PasswordSet.class, this::set);
    }

    private synchronized void set() {
        took(Step.SET, submitted);
        took(Step.WHOLE, intended);
        endIfComplete();
    }

    /** A subscriber has heard that the password is another. */
    synchronized void told() {
        took(Step.TOLD, submitted);
        took(Step.WHOLE_TOLD, intended);
        endIfComplete();
    }

    /** The notice of it is out. */
    synchronized void noticed() {
        took(Step.NOTICED, submitted);
        took(Step.WHOLE_NOTICED, intended);
        endIfComplete();
    }

    private void endIfComplete() {
        if (took.keySet().containsAll(List.of(Step.WHOLE, Step.WHOLE_TOLD, Step.WHOLE_NOTICED))) end(null);
    }

    private void fail(String reason) {
        fail(reason, null);
    }

    private synchronized void fail(String reason, @Nullable Reply told) {
        end(new Failure(account.login() + ": " + reason, told));
    }

    private void end(@Nullable Failure failure) {
        if (over) return;
        over = true;
        ended.accept(this, failure);
    }

    private long took(Step step, long since) {
        long now = System.nanoTime();
        took.put(step, now - since);
        return now;
    }

    /** Sealing takes a millisecond of the processor: never on the threads that read. */
    @SuppressWarnings("FutureReturnValueIgnored") // what goes wrong ends the reset
    private void ask(Supplier<Asked> asking, Class<? extends Reply> expected, Runnable then) {
        executor.execute(() -> {
            Asked asked;
            try {
                asked = asking.get();
            } catch (RuntimeException e) {
                fail("could not be asked: " + e);
                return;
            }
            asked.answer().whenComplete((envelope, fault) -> {
                if (fault != null) fail(asked.type() + " was not answered: " + fault);
                else if (!expected.isInstance(envelope.message()))
                    fail(asked.type() + " was answered " + envelope.message(), (Reply) envelope.message());
                else then.run();
            });
        });
    }
}
