package io.sspr.audit.life;

import java.time.Duration;

/** How far times may be apart before anything is concluded from them. */
final class Clocks {

    /** Two services' clocks. */
    static final Duration DIFFER = Duration.ofMinutes(2);

    /** A change of the rules on its way to every instance. */
    static final Duration RULES_SPREAD = Duration.ofMinutes(5);

    /** An end that is due, until it is told. */
    static final Duration ENDS_ARE_TOLD = Duration.ofMinutes(10);

    private Clocks() {}
}
