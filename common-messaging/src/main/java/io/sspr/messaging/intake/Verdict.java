package io.sspr.messaging.intake;

import io.sspr.contract.Message;
import io.sspr.contract.Refusal;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be done about a record. */
public sealed interface Verdict {

    /** Names of the locks that it needs, in no order. */
    default List<String> locks() {
        return List.of();
    }

    /** Have it handled. */
    record Handle<M extends Message, F>(Handler<M, F> handler, Received<M> message, F facts, List<String> locks)
            implements Verdict {

        /** Copies. */
        public Handle {
            locks = List.copyOf(locks);
        }

        /** Calls the handler; within the transaction. */
        public void run(Work work) {
            handler.handle(message, facts, work);
        }
    }

    /** Answer the request that it is refused. */
    record Refuse(Refusal reason, @Nullable Instant retryAt) implements Verdict {}

    /** Answer the request that it came too late. */
    record Expire() implements Verdict {}

    /** Put it to the dead letters; if it is a request with an id, answer it as well. */
    record Bury(Refusal reason) implements Verdict {}

    /** Nobody here needs it. */
    record Ignore() implements Verdict {}

    /** Its preparation failed, and not for trouble with the database. */
    record Fail(RuntimeException fault) implements Verdict {}
}
