package io.sspr.simulation.check;

import io.sspr.contract.event.PasswordChanged;
import io.sspr.simulation.Violation;
import io.sspr.simulation.database.MemoryDatabase;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** G4: a version of a credential is told if and only if the credential has reached it. */
public final class Versions implements Rule {

    private static final String G4 = "G4";

    private final MemoryDatabase resets;
    private final Map<UUID, Long> told = new HashMap<>();

    /** Looks at the database of reset-service. */
    public Versions(MemoryDatabase resets) {
        this.resets = resets;
    }

    @Override
    public void committed(Facts facts) {
        if (!(facts.envelope().message() instanceof PasswordChanged changed)) return;
        long before = told.getOrDefault(changed.accountId(), 0L);
        if (changed.version() != before + 1)
            throw new Violation(G4, "version " + changed.version() + " of " + changed.accountId() + " after " + before);
        told.put(changed.accountId(), changed.version());
    }

    /** After each transaction. */
    public void compare() {
        for (Map<String, @Nullable Object> row : resets.rows("credentials")) {
            Object account = row.get("account_id");
            Object version = row.get("version");
            if (account instanceof UUID id
                    && version instanceof Long reached
                    && told.getOrDefault(id, 0L) != reached.longValue())
                throw new Violation(G4, "the credential of " + id + " is at " + reached + ", told is " + told.get(id));
        }
        if (resets.size("credentials") < told.size()) throw new Violation(G4, "a credential is gone");
    }
}
