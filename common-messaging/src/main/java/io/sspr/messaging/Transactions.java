package io.sspr.messaging;

import java.util.Collection;
import java.util.function.Consumer;

/** Does work that no message caused, such as an expiry, under the same rules. */
public interface Transactions {

    /** Takes the locks in order, runs the work in one transaction, and appends to the outbox what it tells. */
    void run(Collection<String> locks, Consumer<Work> work);
}
