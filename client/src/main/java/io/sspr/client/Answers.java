package io.sspr.client;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What was asked and what came back, by id of the request; of what is answered only the last 20,000 are remembered. */
final class Answers implements ReplySink {

    private static final int REMEMBERED = 20_000;

    private static final class Entry {
        final CompletableFuture<Envelope<Message>> first = new CompletableFuture<>();
        final List<Envelope<Message>> all = new ArrayList<>();
    }

    private final Map<UUID, Entry> entries = new HashMap<>();
    private final Deque<UUID> answered = new ArrayDeque<>();
    private final List<UUID> answeredTwice = new ArrayList<>();
    private @Nullable Throwable stopped;

    /** To be called before the request is sent, for the reply may be quicker than we. */
    synchronized CompletableFuture<Envelope<Message>> expect(UUID request) {
        Entry entry = entries.computeIfAbsent(request, id -> new Entry());
        if (stopped != null) entry.first.completeExceptionally(stopped);
        return entry.first;
    }

    /** Replies to what other instances of this client asked are not ours to look at. */
    @Override
    public void received(Envelope<Message> reply) {
        UUID request = reply.correlationId();
        if (request == null) return;
        Entry entry;
        synchronized (this) {
            entry = entries.get(request);
            if (entry == null) return;
            entry.all.add(reply);
            if (entry.all.size() > 1) answeredTwice.add(request);
            else remember(request);
        }
        // Outside the lock: what hangs on the future runs here.
        entry.first.complete(reply);
    }

    void failed(UUID request, Throwable cause) {
        Entry entry;
        synchronized (this) {
            entry = entries.get(request);
        }
        if (entry != null) entry.first.completeExceptionally(cause);
    }

    /** No reply will be read any more. */
    @Override
    public void stop(Throwable cause) {
        List<Entry> open;
        synchronized (this) {
            stopped = cause;
            open = List.copyOf(entries.values());
        }
        open.forEach(entry -> entry.first.completeExceptionally(cause));
    }

    synchronized List<Envelope<Message>> to(UUID request) {
        Entry entry = entries.get(request);
        return entry == null ? List.of() : List.copyOf(entry.all);
    }

    synchronized List<UUID> answeredTwice() {
        return List.copyOf(answeredTwice);
    }

    private void remember(UUID request) {
        answered.addLast(request);
        if (answered.size() > REMEMBERED) entries.remove(answered.removeFirst());
    }
}
