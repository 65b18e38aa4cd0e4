package io.sspr.messaging.sweep;

import io.sspr.messaging.handle.BatchProcessor;
import io.sspr.messaging.handle.ParkedClaims;
import io.sspr.messaging.handle.ParkedRequests;
import io.sspr.messaging.wire.RawRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Tries parked requests again when what they wait for is here, now and then in between, and for the last time. */
final class ParkedSweep {

    private static final int MOST = 100;
    private static final Duration OURS_FOR = Duration.ofSeconds(2);

    private final ParkedRequests parked;
    private final BatchProcessor processor;
    private final Clock clock;

    ParkedSweep(ParkedRequests parked, BatchProcessor processor, Clock clock) {
        this.parked = parked;
        this.processor = processor;
        this.clock = clock;
    }

    void run() {
        List<ParkedRequests.Row> rows;
        do {
            rows = parked.due(clock.instant(), OURS_FOR, MOST);
            if (rows.isEmpty()) return;
            List<RawRecord> records =
                    rows.stream().map(row -> row.request().record()).toList();
            processor.process(records, new ParkedClaims(parked, rows));
        } while (rows.size() == MOST);
    }
}
