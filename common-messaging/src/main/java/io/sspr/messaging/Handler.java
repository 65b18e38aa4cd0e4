package io.sspr.messaging;

import io.sspr.contract.Message;
import java.util.List;

/**
 * Handles one type of message. A batch is handled in three steps: {@link #prepare} for all of it, outside any
 * transaction and in parallel; then in one transaction all {@link #locks} are taken in one order, and {@link #handle} is
 * called for each message in the order of the log.
 *
 * <p>An exception is a fault, never a refusal: trouble with the database or the broker is retried for ever, anything else
 * puts the record to the dead letters after a few tries.
 *
 * @param <M> type of the message
 * @param <F> what {@link #prepare} found out
 */
public interface Handler<M extends Message, F> {

    /** The type of message it handles. */
    Class<M> handles();

    /**
     * Everything slow or outside the database: hashes, seals. May read rows, but what it read can have changed by the
     * time of {@link #handle}, which must check it again and throw {@link StaleFacts}.
     */
    Prepared<F> prepare(Received<M> message);

    /** Names of the aggregates it reads and changes, such as {@code account:<id>}; nothing else may be decided upon. */
    List<String> locks(Received<M> message, F facts);

    /** Whether it takes what the message seals; a copy that does without is not whom it is sealed to, and cannot open it. */
    default boolean opensSeals() {
        return true;
    }

    /** Loads, decides, saves and says what is to be told. */
    void handle(Received<M> message, F facts, Work work);
}
