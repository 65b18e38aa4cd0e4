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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Map<UUID, Answered> replies = new HashMap<>();
    private final Deque<Arrival> arrivals = new ArrayDeque<>();
    private final Map<UUID, List<CompletableFuture<Reply>>> awaited = new HashMap<>();
    private final Map<UUID, Instant> passwordsSet = new HashMap<>();
    private long turn;
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
        List<CompletableFuture<Reply>> waiting;
        synchronized (this) {
            if (replies.putIfAbsent(request, new Answered(request, reply, turn)) != null) return;
            turn++;
            arrivals.addLast(new Arrival(request, clock.instant()));
            if (reply instanceof PasswordSet set) noteChange(set.accountId(), envelope.time());
            forget();
            waiting = awaited.remove(request);
        }
        // Outside the lock: what hangs on the future runs here.
        if (waiting != null) waiting.forEach(one -> one.complete(reply));
    }

    @Override
    public synchronized void stop(Throwable cause) {
        stopped = cause;
    }

    /** The reply to that request, if it has come. */
    public synchronized Optional<Reply> to(UUID request) {
        return Optional.ofNullable(replies.get(request)).map(Answered::reply);
    }

    /** The replies to those requests that have come, in the order in which they came. */
    public synchronized List<Answered> toAnyOf(Collection<UUID> requests) {
        return requests.stream()
                .map(replies::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingLong(Answered::turn))
                .toList();
    }

    /** When that account got a new password through us, if it did of late. */
    public synchronized Optional<Instant> passwordSet(UUID accountId) {
        return Optional.ofNullable(passwordsSet.get(accountId));
    }

    /** Completes when the reply comes, on the thread that reads; give it up with {@link #noLonger}. */
    public synchronized CompletableFuture<Reply> when(UUID request) {
        Answered there = replies.get(request);
        if (there != null) return CompletableFuture.completedFuture(there.reply());
        CompletableFuture<Reply> coming = new CompletableFuture<>();
        awaited.computeIfAbsent(request, id -> new ArrayList<>()).add(coming);
        return coming;
    }

    /** Whoever was given that waits no more; others may, for the same reply. */
    public synchronized void noLonger(UUID request, CompletableFuture<Reply> coming) {
        awaited.computeIfPresent(request, (id, all) -> {
            all.removeIf(one -> one == coming);
            return all.isEmpty() ? null : all;
        });
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
