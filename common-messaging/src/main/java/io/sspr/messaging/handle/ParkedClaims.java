package io.sspr.messaging.handle;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The right to handle parked requests is the deletion of their rows. */
public final class ParkedClaims implements Claims {

    private final ParkedRequests requests;
    private final List<ParkedRequests.Row> rows;

    /** On these rows. */
    public ParkedClaims(ParkedRequests requests, List<ParkedRequests.Row> rows) {
        this.requests = requests;
        this.rows = List.copyOf(rows);
    }

    @Override
    public Claim on(int from, int to) {
        List<ParkedRequests.Row> part = rows.subList(from, to);
        return new Claim() {
            @Override
            public BitSet take() {
                return requests.take(part);
            }

            @Override
            public boolean isFirstSight() {
                return false;
            }

            @Override
            public @Nullable ParkedRequest parked(int index) {
                return part.get(index).request();
            }

            @Override
            public void committed() {
                // The deleted rows say it all.
            }
        };
    }
}
