package io.sspr.notification.budget;

import java.util.List;

/**
 * What a message is counted under.
 *
 * @param shares all of them must have room
 * @param country of a telephone, or nobody's: keyed HMAC that the breaker goes by
 * @param calling the country as people write it, for the log; empty for nobody's
 */
public record Spending(List<Share> shares, String country, String calling) {

    /** Keeps the shares as they are. */
    public Spending {
        shares = List.copyOf(shares);
    }

    List<String> counters() {
        return shares.stream().map(Share::counter).toList();
    }

    /** What must be locked while it is decided. */
    public List<String> locks() {
        return counters().stream().map(counter -> "budget:" + counter).toList();
    }
}
