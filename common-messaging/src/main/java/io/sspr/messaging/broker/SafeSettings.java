package io.sspr.messaging.broker;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Stops the start if somebody asked for what would break a guarantee, instead of silently doing otherwise. */
public final class SafeSettings {

    /** What a setting may be if it is given at all, and why. */
    private record Rule(Set<String> allowed, String why) {}

    private static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry(
                    "isolation.level",
                    new Rule(Set.of("read_committed"), "what was never committed would be acted upon")),
            Map.entry("enable.auto.commit", new Rule(Set.of("false"), "positions are kept in the database")),
            Map.entry("auto.offset.reset", new Rule(Set.of("none"), "a lost range would be skipped without a word")),
            Map.entry("group.protocol", new Rule(Set.of("classic"), "its timeouts are set for the classic protocol")),
            Map.entry("group.id", new Rule(Set.of(), "groups are named after the service")),
            Map.entry("acks", new Rule(Set.of("all", "_1"), "what one broker took could be lost with it")),
            Map.entry(
                    "enable.idempotence", new Rule(Set.of("true"), "what is sent again would stand twice on the log")),
            Map.entry("transactional.id", new Rule(Set.of(), "it is the service's name and fences its predecessor")),
            Map.entry("transaction.id.prefix", new Rule(Set.of(), "the transactional id is the service's name")),
            Map.entry(
                    "max.in.flight.requests.per.connection",
                    new Rule(Set.of("1", "2", "3", "4", "5"), "order holds for up to 5 only")));

    private static final List<String> SECTIONS =
            List.of("spring.kafka.", "spring.kafka.consumer.", "spring.kafka.producer.");

    private SafeSettings() {}

    /** Throws IllegalStateException with a sentence on an unsafe setting. */
    public static void check(Environment environment) {
        Binder binder = Binder.get(environment);
        for (String section : SECTIONS) {
            Map<String, String> given =
                    new HashMap<>(binder.bind(section + "properties", Bindable.mapOf(String.class, String.class))
                            .orElseGet(Map::of));
            for (String name : RULES.keySet())
                binder.bind(section + name.replace('.', '-'), String.class)
                        .ifBound(value -> given.put(name.replace('.', '-'), value));
            given.forEach((name, value) -> check(section, name, value));
        }
    }

    private static void check(String section, String name, String value) {
        Rule rule = RULES.get(name.replace('-', '.'));
        if (rule == null) return;
        if (rule.allowed().contains(value.toLowerCase(Locale.ROOT).replace('-', '_'))) return;
        throw new IllegalStateException(section + (name.contains(".") ? "properties." : "") + name + "=" + value
                + " is not safe: " + rule.why() + ". Leave it out.");
    }
}
