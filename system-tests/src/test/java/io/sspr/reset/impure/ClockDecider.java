package io.sspr.reset.impure;

import java.time.Instant;

class ClockDecider {

    @SuppressWarnings("TimeInStaticInitializer")
    Instant decide() {
        return Instant.now();
    }
}
