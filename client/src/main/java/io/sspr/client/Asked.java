package io.sspr.client;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.reply.Reply;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A request that was sent, and its one final reply to come.
 *
 * @param id of the request; the reply's {@code ce_correlationid}
 * @param type wire name of the request
 * @param answer completes with the reply and its attributes, however long it takes
 * @param patience how long {@link #reply()} waits
 */
public record Asked(UUID id, String type, CompletableFuture<Envelope<Message>> answer, Duration patience) {

    /** Waits for the reply; throws {@link NotAnswered} when patience ends. */
    public Reply reply() {
        return (Reply) envelope().message();
    }

    /** Waits for a reply of that type; throws {@link UnexpectedReply} if it is another. */
    public <R extends Reply> R reply(Class<R> expected) {
        Reply reply = reply();
        if (!expected.isInstance(reply)) throw new UnexpectedReply(type + " " + id, expected, reply);
        return expected.cast(reply);
    }

    /** Waits for the reply with its attributes; throws {@link NotAnswered} when patience ends. */
    public Envelope<Message> envelope() {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw NotAnswered.within(patience, type, id, e);
        } catch (ExecutionException e) {
            throw NotAnswered.because(e.getCause() == null ? e : e.getCause(), type, id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NotAnswered.because(e, type, id);
        }
    }
}
