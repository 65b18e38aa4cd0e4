package io.sspr.messaging.relay;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What to do after a take-over, decided from the last checkpoint on the log and what the database knows. */
final class Recovery {

    private Recovery() {}

    /**
     * The rows that are on the log although the database does not know it; throws {@link RelayStopped} if log and
     * database cannot both be right.
     */
    static List<Long> published(@Nullable Checkpoint last, UUID databaseId, long epoch, long batch) {
        if (last == null) {
            if (batch == 0) return List.of();
            throw new RelayStopped("The database has published " + batch
                    + " batches, but the log has no checkpoint: the topic was lost, or this is another broker.");
        }
        if (!last.databaseId().equals(databaseId))
            throw new RelayStopped("The log was written from database " + last.databaseId() + ", but this is database "
                    + databaseId + ": one of the two was exchanged.");
        if (last.batch() > batch + 1 || last.epoch() >= epoch)
            throw new RelayStopped("The log has batch " + last.batch() + " of epoch " + last.epoch()
                    + ", but the database knows only batch " + batch + " and epoch " + (epoch - 1)
                    + ": it was restored from an older state.");
        if (last.batch() < batch)
            throw new RelayStopped("The database has published batch " + batch + ", but the log ends with batch "
                    + last.batch() + ": it lost records.");
        return last.batch() == batch ? List.of() : last.rows();
    }
}
