package io.sspr.reset.flow;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The resets and unlocks of an account that are under way, for who must stop them. */
@Component
public class OpenResets {

    private final Resets resets;

    OpenResets(Resets resets) {
        this.resets = resets;
    }

    /** Its owner denies what is going on: all of them are over. */
    public void dispute(UUID accountId, Instant now) {
        resets.voidOpen(accountId, Ending.DISPUTED, now);
    }
}
