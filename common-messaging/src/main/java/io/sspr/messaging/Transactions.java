package io.sspr.messaging;

import java.util.Collection;
import java.util.function.Consumer;

/** Does work that no message is being handled for, such as an expiry, under the same rules. */
public interface Transactions {

    /**
     * Takes the locks in order, runs the work in one transaction, and appends to the outbox what it tells; all of that
     * names the message which caused it earlier.
     */
    void run(Origin origin, Collection<String> locks, Consumer<Work> work);

    /** The same for what no message caused. */
    default void run(Collection<String> locks, Consumer<Work> work) {
        run(Origin.NONE, locks, work);
    }
}
