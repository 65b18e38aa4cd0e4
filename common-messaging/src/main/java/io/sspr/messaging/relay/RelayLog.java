package io.sspr.messaging.relay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The log as a relay knows it: written by one at a time, all or nothing, and asked after a take-over. */
interface RelayLog {

    /** Fences whoever wrote before. */
    Publisher open();

    /** The last checkpoint that is committed; null if there is none. */
    @Nullable
    Checkpoint last();

    /** Writes a batch and its checkpoint together; any exception makes it useless, and what happened unknown. */
    interface Publisher extends AutoCloseable {

        void send(List<PendingRow> rows, Checkpoint checkpoint);

        void commit();

        @Override
        void close();
    }
}
