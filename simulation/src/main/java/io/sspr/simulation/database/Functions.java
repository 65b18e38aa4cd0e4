package io.sspr.simulation.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The functions that the services' statements call. */
final class Functions {

    static final List<String> AGGREGATES = List.of("count", "sum", "max", "min");

    private Functions() {}

    static @Nullable Object call(String name, List<Expression> arguments, Scope scope) {
        return switch (name) {
            case "coalesce" -> coalesce(arguments, scope);
            case "greatest" -> extreme(arguments, scope, 1);
            case "least" -> extreme(arguments, scope, -1);
            case "now", "clock_timestamp" -> scope.session.now();
            case "gen_random_uuid" -> UUID.randomUUID();
            case "make_interval" ->
                Duration.ofSeconds((Long) Values.some(arguments.get(0).of(scope)));
            case "convert_to" -> text(arguments, scope).getBytes(StandardCharsets.UTF_8);
            case "sha256" -> sha256((byte[]) Values.some(arguments.get(0).of(scope)));
            case "encode" ->
                HexFormat.of().formatHex((byte[]) Values.some(arguments.get(0).of(scope)));
            case "pg_try_advisory_lock" ->
                scope.session.tryLock((Long) Values.some(arguments.get(0).of(scope)));
            case "pg_advisory_unlock" ->
                scope.session.unlock((Long) Values.some(arguments.get(0).of(scope)));
            default -> throw new NotSimulated("the function " + name);
        };
    }

    private static String text(List<Expression> arguments, Scope scope) {
        return (String) Values.some(arguments.get(0).of(scope));
    }

    private static @Nullable Object coalesce(List<Expression> arguments, Scope scope) {
        for (Expression argument : arguments) {
            Object value = argument.of(scope);
            if (value != null) return value;
        }
        return null;
    }

    private static @Nullable Object extreme(List<Expression> arguments, Scope scope, int sign) {
        Object most = null;
        for (Expression argument : arguments) {
            Object value = argument.of(scope);
            if (value != null && (most == null || sign * Values.compare(value, most) > 0)) most = value;
        }
        return most;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
