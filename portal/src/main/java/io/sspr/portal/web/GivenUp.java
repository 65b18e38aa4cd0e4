package io.sspr.portal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Requests that somebody waits for no longer. What they ask may yet come true; the page must then be where the services are.
 *
 * @param requests the newest last, no more than fit into a cookie
 */
public record GivenUp(List<UUID> requests) {

    /** Nothing was given up. */
    public static final GivenUp NOTHING = new GivenUp(List.of());

    private static final int MOST = 4;

    public GivenUp {
        requests = List.copyOf(requests);
    }

    /** And what was pending, if anything was. */
    public GivenUp and(@Nullable Pending pending) {
        if (pending == null) return this;
        List<UUID> all = new ArrayList<>(without(pending.request()).requests());
        all.add(pending.request());
        return new GivenUp(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    /** But for that one, which has been answered. */
    public GivenUp without(UUID answered) {
        return new GivenUp(
                requests.stream().filter(one -> !one.equals(answered)).toList());
    }

    /** All whose answers count: these, and what is pending. */
    public List<UUID> awaited(@Nullable Pending pending) {
        return and(pending).requests();
    }

    /** The one that is most likely to be answered yet; null if there is none. */
    public @Nullable UUID newest() {
        return requests.isEmpty() ? null : requests.get(requests.size() - 1);
    }
}
