package io.sspr.torture.fault;

import java.time.Duration;
import java.util.Locale;

/**
 * One line of a plan.
 *
 * @param at after the beginning; later if the one before it in its lane is not over then
 * @param kind what is done
 * @param target number of the instance or service that it is done to, where that matters
 * @param lasts until it is undone
 * @param into the batch, where it is aimed at one
 * @param clock by how much a clock goes wrong
 */
record Fault(Duration at, FaultKind kind, int target, Duration lasts, Duration into, Duration clock) {

    private static final String[] INSTANCES = {
        "registration-service-1", "reset-service-1", "notification-service-1",
        "registration-service-2", "reset-service-2", "notification-service-2"
    };

    String words() {
        String whom = switch (kind) {
            case KILL_SERVICE, PAUSE_SERVICE, WRONG_CLOCK -> " " + INSTANCES[target % INSTANCES.length];
            case KILL_RELAY, PAUSE_RELAY ->
                " of " + INSTANCES[target % 3].replaceFirst("-1$", "") + ", " + into.toNanos() / 1_000 + " us into it";
            case CUT_KAFKA, CUT_DATABASE, CUT_BOTH, FORGET -> " " + INSTANCES[3 + target % 3];
            default -> "";
        };
        String how = kind == FaultKind.WRONG_CLOCK ? " by " + clock.toSeconds() + " s" : "";
        String until = kind == FaultKind.ROLLING_RESTART
                ? ""
                : String.format(Locale.ROOT, " for %.1f s", lasts.toMillis() / 1000.0);
        return kind.words() + whom + how + until;
    }
}
