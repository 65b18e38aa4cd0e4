package io.sspr.contract.policy;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which groups a person is in through others; groups that are in each other are no harm. */
public final class Groups {

    private Groups() {}

    /**
     * All groups that somebody in these groups is in.
     *
     * @param direct those by name
     * @param memberOf for each group, the groups that it is in
     */
    public static Set<String> all(Collection<String> direct, Map<String, List<String>> memberOf) {
        Set<String> found = new HashSet<>(direct);
        Deque<String> next = new ArrayDeque<>(direct);
        while (!next.isEmpty())
            for (String outer : memberOf.getOrDefault(next.remove(), List.of())) if (found.add(outer)) next.add(outer);
        return found;
    }
}
