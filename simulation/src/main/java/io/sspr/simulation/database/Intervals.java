package io.sspr.simulation.database;

import java.time.Duration;

/** Times as {@code interval '2 days'} writes them. */
final class Intervals {

    private Intervals() {}

    static Duration of(String text) {
        String[] words = text.split(" ", -1);
        long many = Long.parseLong(words[0]);
        return switch (words[1]) {
            case "ms" -> Duration.ofMillis(many);
            case "hour", "hours" -> Duration.ofHours(many);
            case "day", "days" -> Duration.ofDays(many);
            default -> throw new NotSimulated("the interval " + text);
        };
    }
}
