package io.sspr.bench;

import io.sspr.contract.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was typed after {@code ./sspr bench}: names with a value each, every one of them known and well-formed. */
record Arguments(Map<String, String> given) {

    private static final int MOST_BYSTANDERS = 2_000_000;

    /** Empty if it is not understood. */
    static Optional<Arguments> of(String... args) {
        Map<String, String> given = new HashMap<>();
        // As ./sspr gives them: the name of the command first.
        for (int i = args.length > 0 && args[0].equals("bench") ? 1 : 0; i < args.length; i += 2) {
            if (i + 1 == args.length || !isGood(args[i], args[i + 1])) return Optional.empty();
            given.put(args[i].substring(2), args[i + 1]);
        }
        Arguments arguments = new Arguments(Map.copyOf(given));
        return arguments.belongTogether() ? Optional.of(arguments) : Optional.empty();
    }

    private static boolean isGood(String name, String value) {
        return value.matches(
                switch (name) {
                    case "--concurrency", "--accounts", "--warm-up", "--seconds", "--replay" -> "[1-9][0-9]{0,6}";
                    case "--bystanders" -> "[0-9]{1,7}";
                    case "--outage", "--idle" -> "[1-9][0-9]{0,3}";
                    case "--history" -> "[0-9]{1,2}";
                    case "--rate" -> "[0-9]{1,5}([.][0-9]{1,3})?";
                    case "--hash" -> "production|minimal";
                    case "--profile", "--outage-of" -> "reset|registration|notification";
                    case "--service-options" -> "-.*";
                    case "--keep" -> "true";
                    default -> "(?!)";
                });
    }

    private boolean belongTogether() {
        // Who waits for the earlier ones to end would begin nothing while a service is away.
        boolean outage = given.containsKey("outage");
        if (outage && Double.parseDouble(text("rate", "0")) == 0) return false;
        if (given.containsKey("outage-of") && !outage) return false;
        return number("bystanders", 0) <= MOST_BYSTANDERS && !(has("idle") && has("replay"));
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    @Nullable
    Service service(String name) {
        String wanted = given.get(name);
        for (Service service : Service.values()) if (service.shortName().equals(wanted)) return service;
        return null;
    }
}
