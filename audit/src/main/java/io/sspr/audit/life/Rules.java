package io.sspr.audit.life;

import io.sspr.contract.MethodKind;
import io.sspr.contract.event.PolicyChanged;
import io.sspr.contract.state.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which rules were in force when, from the events that tell of their changes. */
public final class Rules {

    /** What one version asks of resets. */
    record Version(
            long number,
            Instant from,
            int gates,
            Set<MethodKind> kinds,
            boolean importedCount,
            Duration life,
            Duration inactivity) {

        static Version of(Policy policy, Instant from) {
            EnumSet<MethodKind> kinds = EnumSet.noneOf(MethodKind.class);
            kinds.addAll(policy.kinds());
            policy.stopped().kinds().forEach(kinds::remove);
            return new Version(
                    policy.version(),
                    from,
                    policy.gates(),
                    kinds,
                    policy.methodRules().importedCount(),
                    Duration.ofSeconds(policy.limits().resets().lifeSeconds()),
                    Duration.ofSeconds(policy.limits().resets().inactivitySeconds()));
        }

        /** Whether a method of that kind counts; an address that nobody has proven only if the policy says so. */
        boolean counts(MethodKind kind, boolean imported) {
            return kinds.contains(kind) && (importedCount || !imported);
        }
    }

    private final List<Version> versions = new ArrayList<>();

    /** One more version; in any order. */
    public void add(PolicyChanged changed, Instant at) {
        versions.add(Version.of(changed.policy(), at));
        versions.sort(Comparator.comparing(Version::from));
    }

    /** Those that some instance may have decided by at that time; empty if none was told of by then. */
    List<Version> around(Instant at) {
        Instant earliest = at.minus(Clocks.RULES_SPREAD);
        Instant latest = at.plus(Clocks.DIFFER);
        List<Version> found = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            boolean begun = !versions.get(i).from().isAfter(latest);
            boolean over = i + 1 < versions.size() && versions.get(i + 1).from().isBefore(earliest);
            if (begun && !over) found.add(versions.get(i));
        }
        return found;
    }
}
