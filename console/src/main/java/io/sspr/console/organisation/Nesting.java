package io.sspr.console.organisation;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** By which way a person is in a group that others are in. */
public final class Nesting {

    private Nesting() {}

    /** A shortest way from a group that the person is in by name to that one; empty if there is none. */
    public static Optional<List<String>> path(
            Collection<String> direct, Map<String, List<String>> memberOf, String wanted) {
        Map<String, String> reachedFrom = new LinkedHashMap<>();
        for (String group : direct) reachedFrom.put(group, group);
        Deque<String> next = new ArrayDeque<>(direct);
        while (!next.isEmpty() && !reachedFrom.containsKey(wanted)) {
            String inner = next.remove();
            for (String outer : memberOf.getOrDefault(inner, List.of()))
                if (reachedFrom.putIfAbsent(outer, inner) == null) next.add(outer);
        }
        if (!reachedFrom.containsKey(wanted)) return Optional.empty();
        Deque<String> path = new ArrayDeque<>(List.of(wanted));
        while (true) {
            String inner = reachedFrom.getOrDefault(path.getFirst(), path.getFirst());
            if (inner.equals(path.getFirst())) return Optional.of(List.copyOf(path));
            path.addFirst(inner);
        }
    }
}
