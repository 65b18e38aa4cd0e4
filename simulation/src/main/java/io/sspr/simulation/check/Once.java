package io.sspr.simulation.check;

import io.sspr.contract.MethodKind;
import io.sspr.contract.event.CodeVerified;
import io.sspr.simulation.Violation;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** G3: what was typed once and accepted is never accepted again; by what people typed, which is on no log. */
public final class Once implements Rule {

    private record Used(UUID accountId, MethodKind kind, String typed) {}

    private final Function<UUID, @Nullable String> typed;
    private final Set<Used> used = new HashSet<>();

    /** Knows what was typed in a request. */
    public Once(Function<UUID, @Nullable String> typed) {
        this.typed = typed;
    }

    @Override
    public void committed(Facts facts) {
        if (!(facts.envelope().message() instanceof CodeVerified verified)) return;
        UUID request = facts.envelope().causationId();
        String code = request == null ? null : typed.apply(request);
        if (code != null && !used.add(new Used(verified.accountId(), verified.kind(), code)))
            throw new Violation(
                    "G3", "one proof was accepted twice, by " + verified.kind() + " of " + verified.accountId());
    }
}
