package io.sspr.notification.budget;

import java.util.List;

/**
 * What a code is counted under; keyed HMACs, which tell nothing of an address.
 *
 * @param destination of the address
 * @param account of the account
 * @param all of everybody together, or of everybody that nothing is sent to
 */
public record Spending(String destination, String account, String all) {

    List<String> counters() {
        return List.of(destination, account, all);
    }

    /** What must be locked while it is decided, besides the account. */
    public List<String> locks() {
        return List.of("budget:" + destination, "budget:" + all);
    }
}
