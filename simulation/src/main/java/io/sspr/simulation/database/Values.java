package io.sspr.simulation.database;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values as they are kept: Long, String, Boolean, UUID, Instant, Duration, byte[], and List for arrays. */
final class Values {

    private Values() {}

    /** As a driver is given it. */
    static @Nullable Object kept(@Nullable Object given) {
        if (given instanceof Integer || given instanceof Short) return ((Number) given).longValue();
        if (given instanceof java.sql.Timestamp time) return time.toInstant();
        if (given instanceof OffsetDateTime time) return time.toInstant();
        if (given instanceof Enum<?> constant) return constant.name();
        if (given instanceof long[] many) return Arrays.stream(many).boxed().toList();
        if (given instanceof int[] many)
            return Arrays.stream(many).asLongStream().boxed().toList();
        if (given instanceof Object[] many) {
            List<@Nullable Object> list = new ArrayList<>(many.length);
            for (Object one : many) list.add(kept(one));
            return list;
        }
        return given;
    }

    static @Nullable Object cast(@Nullable Object value, String type) {
        if (value == null) return null;
        if (type.endsWith("[]")) {
            String element = type.substring(0, type.length() - 2);
            List<@Nullable Object> list = new ArrayList<>();
            for (Object one : (List<?>) value) list.add(cast(one, element));
            return list;
        }
        return switch (type) {
            case "uuid" -> value instanceof String text ? UUID.fromString(text) : value;
            case "text", "jsonb" -> value instanceof byte[] ? value : value.toString();
            case "timestamptz" -> value instanceof String text ? time(text) : value;
            case "int", "integer", "bigint" ->
                value instanceof String text ? (Object) Long.valueOf(text) : ((Number) value).longValue();
            case "boolean", "bytea" -> value;
            default -> throw new NotSimulated("the type " + type);
        };
    }

    private static Instant time(String text) {
        return text.equals("-infinity") ? Instant.MIN : Instant.parse(text);
    }

    /** As PostgreSQL orders them; both of one kind. */
    static int compare(Object a, Object b) {
        if (a instanceof UUID && b instanceof String text) return compare(a, UUID.fromString(text));
        if (a instanceof String text && b instanceof UUID) return compare(UUID.fromString(text), b);
        if (a instanceof Long x && b instanceof Long y) return Long.compare(x, y);
        if (a instanceof String x && b instanceof String y) return x.compareTo(y);
        if (a instanceof Instant x && b instanceof Instant y) return x.compareTo(y);
        if (a instanceof UUID x && b instanceof UUID y) return x.toString().compareTo(y.toString());
        if (a instanceof Boolean x && b instanceof Boolean y) return Boolean.compare(x, y);
        if (a instanceof byte[] x && b instanceof byte[] y) return Arrays.compareUnsigned(x, y);
        throw new NotSimulated("what cannot be compared: " + a.getClass() + " with " + b.getClass());
    }

    /** Of something that equals where the value does. */
    static Object key(Object value) {
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }

    static boolean isTrue(@Nullable Object value) {
        return Boolean.TRUE.equals(value);
    }

    static @Nullable Object plus(@Nullable Object a, @Nullable Object b, int sign) {
        if (a == null || b == null) return null;
        if (a instanceof Long x && b instanceof Long y) return x + sign * y;
        if (a instanceof Instant x && b instanceof Duration y) return sign > 0 ? x.plus(y) : x.minus(y);
        throw new NotSimulated("what cannot be added: " + a.getClass() + " and " + b.getClass());
    }

    static @Nullable Object times(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) return null;
        if (a instanceof Long x && b instanceof Long y) return x * y;
        if (a instanceof Long x && b instanceof Duration y) return y.multipliedBy(x);
        throw new NotSimulated("what cannot be multiplied: " + a.getClass() + " and " + b.getClass());
    }

    static Select query(@Nullable Select query) {
        return Objects.requireNonNull(query);
    }

    static int index(@Nullable Integer index) {
        return Objects.requireNonNull(index);
    }

    static Object some(@Nullable Object value) {
        return Objects.requireNonNull(value);
    }
}
