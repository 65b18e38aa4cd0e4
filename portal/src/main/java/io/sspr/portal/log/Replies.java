package io.sspr.portal.log;

import io.sspr.client.ReplySink;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the services answered of late, by the id of the request. Every instance keeps the replies to all of them, for a person's
 * next page may come from another instance than the last.
 */
public final class Replies implements ReplySink {

    /** As long as a flow's cookie lives, and something. */
    static final Duration REMEMBERED = Duration.ofMinutes(20);

    private static final int MOST = 200_000;

    private record Arrival(UUID request, Instant at) {}

    private final Clock clock;
    private final Map<UUID, Reply> replies = new HashMap<>();
    private final Deque<Arrival> arrivals = new ArrayDeque<>();
    private final Map<UUID, CompletableFuture<Reply>> awaited = new HashMap<>();
    private final Map<UUID, Instant> passwordsSet = new HashMap<>();
    private @Nullable Throwable stopped;

    /** An empty one. */
    public Replies(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void received(Envelope<Message> envelope) {
        UUID request = envelope.correlationId();
        if (request == null || !(envelope.message() instanceof Reply reply)) return;
        // Whoever sent twice, by a double click or over two instances, wants the answer to the first.
        if (reply instanceof RequestRefused refused && refused.reason() == Refusal.REQUEST_ID_REUSED) return;
        CompletableFuture<Reply> waiting;
        synchronized (this) {
            if (replies.putIfAbsent(request, reply) != null) return;
            arrivals.addLast(new Arrival(request, clock.instant()));
            if (reply instanceof PasswordSet set) noteChange(set.accountId(), envelope.time());
            forget();
            waiting = awaited.remove(request);
        }
        // Outside the lock: what hangs on the future runs here.
        if (waiting != null) waiting.complete(reply);
    }

    @Override
    public synchronized void stop(Throwable cause) {
        stopped = cause;
    }

    /** The reply to that request, if it has come. */
    public synchronized Optional<Reply> to(UUID request) {
        return Optional.ofNullable(replies.get(request));
    }

    /** When that account got a new password through us, if it did of late. */
    public synchronized Optional<Instant> passwordSet(UUID accountId) {
        return Optional.ofNullable(passwordsSet.get(accountId));
    }

    /** Completes when the reply comes, on the thread that reads; give it up with {@link #noLonger}. */
    public synchronized CompletableFuture<Reply> when(UUID request) {
        Reply there = replies.get(request);
        return there != null
                ? CompletableFuture.completedFuture(there)
                : awaited.computeIfAbsent(request, id -> new CompletableFuture<>());
    }

    /** Nobody waits for that reply any more. */
    public synchronized void noLonger(UUID request) {
        awaited.remove(request);
    }

    /** Why no reply is read any more; empty while all is well. */
    public synchronized Optional<Throwable> fault() {
        return Optional.ofNullable(stopped);
    }

    private void noteChange(UUID accountId, Instant at) {
        Instant oldest = clock.instant().minus(REMEMBERED);
        passwordsSet.values().removeIf(time -> time.isBefore(oldest));
        passwordsSet.merge(accountId, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    private void forget() {
        Instant oldest = clock.instant().minus(REMEMBERED);
        Arrival first = arrivals.peekFirst();
        while (first != null && (arrivals.size() > MOST || first.at().isBefore(oldest))) {
            replies.remove(first.request());
            arrivals.removeFirst();
            first = arrivals.peekFirst();
        }
    }
}
