package io.sspr.messaging.handle;

import io.sspr.contract.Refusal;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.intake.Intake;
import io.sspr.messaging.intake.Judged;
import io.sspr.messaging.intake.Verdict;
import io.sspr.messaging.wire.RawRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles a batch, in one transaction if it can. Where a record fails, those before it are committed, it is tried alone
 * and, after some tries, put to the dead letters, and the rest goes on together.
 */
public final class BatchProcessor {

    private static final Logger log = LoggerFactory.getLogger(BatchProcessor.class);

    /** Facts that were right each time and wrong each time after the lock are a fault of the handler. */
    private static final int MOST_STALE = 20;
    /** PostgreSQL keeps all locks of a cluster in one table of some thousands. */
    private static final int MOST_LOCKS = 400;

    private final Intake intake;
    private final BatchTransaction transaction;
    private final ExecutorService pool;
    private final int tries;

    BatchProcessor(Intake intake, BatchTransaction transaction, ExecutorService pool, int tries) {
        this.intake = intake;
        this.transaction = transaction;
        this.pool = pool;
        this.tries = tries;
    }

    /** Throws {@link Trouble} and the like; then some of it may be committed, as the claims were told. */
    public void process(List<RawRecord> records, Claims claims) {
        List<Judged> judged = judge(records);
        int from = 0;
        int upTo = judged.size();
        int culprit = -1;
        int stale = 0;
        int faults = 0;
        while (from < judged.size()) {
            int to = boundary(judged, from, upTo);
            try {
                transaction.run(judged.subList(from, to), claims.on(from, to));
                from = to;
                upTo = from == culprit ? from + 1 : judged.size();
                stale = 0;
                faults = 0;
            } catch (HandlingFailed e) {
                if (to - from > 1) {
                    // First those before the culprit, then the culprit alone.
                    culprit = from + e.index();
                    upTo = Math.max(culprit, from + 1);
                    continue;
                }
                boolean isStale = e.fault() instanceof StaleFacts && stale++ < MOST_STALE;
                if (!isStale) faults++;
                judged.set(from, isStale || faults < tries ? again(records.get(from), e) : giveUp(judged.get(from), e));
            }
        }
    }

    private Judged again(RawRecord record, HandlingFailed e) {
        if (!(e.fault() instanceof StaleFacts))
            log.warn("{} failed and is tried again: {}", record, Trouble.describe(e.fault()));
        return judge(record);
    }

    private static Judged giveUp(Judged judged, HandlingFailed e) {
        if (judged.verdict() instanceof Verdict.Bury)
            throw new Trouble("A dead letter cannot be written: " + Trouble.describe(e.fault()));
        log.error("{} goes to the dead letters: {}", judged.record(), Trouble.describe(e.fault()));
        return judged.buried(Refusal.FAULT);
    }

    private static int boundary(List<Judged> judged, int from, int upTo) {
        int locks = 0;
        for (int to = from; to < upTo; to++) {
            locks += judged.get(to).verdict().locks().size();
            if (locks > MOST_LOCKS && to > from) return to;
        }
        return upTo;
    }

    private List<Judged> judge(List<RawRecord> records) {
        if (records.size() == 1) return new ArrayList<>(List.of(judge(records.get(0))));
        List<Judged> judged = new ArrayList<>(records.size());
        try {
            List<Future<Judged>> futures = new ArrayList<>(records.size());
            for (RawRecord record : records) futures.add(pool.submit(() -> judge(record)));
            for (Future<Judged> future : futures) judged.add(future.get());
            return judged;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) throw error;
            if (e.getCause() instanceof RuntimeException trouble) throw trouble;
            throw new IllegalStateException(e.getCause());
        }
    }

    private Judged judge(RawRecord record) {
        Judged judged = intake.judge(record);
        if (judged.verdict() instanceof Verdict.Fail fail && Trouble.is(fail.fault())) throw fail.fault();
        return judged;
    }
}
