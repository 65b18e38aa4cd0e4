package io.sspr.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How the rows of one person in one table become those of many others: what names the person, or one of the person's methods,
 * gets another value for each, the same in all tables of all services; everything else is as it is.
 *
 * @param table its name
 * @param columns that are to be given
 */
record TableCopy(String table, List<Column> columns) {

    /** Of a table, with PostgreSQL's name of its type. */
    record Column(String name, String type) {

        boolean isId() {
            return type.equals("uuid");
        }

        /** By which others are told apart: no two people have the same. */
        boolean isFingerprint() {
            return name.endsWith("_hmac");
        }
    }

    boolean hasIds() {
        return columns.stream().anyMatch(Column::isId);
    }

    /** How many rows there are of any of these. */
    String count(List<UUID> known) {
        return "select count(*) from " + table + " t where " + isOf(known);
    }

    /** A statement that makes so many others. */
    String insert(List<UUID> known, int others) {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String values = columns.stream().map(column -> value(column, known)).collect(Collectors.joining(", "));
        return "insert into " + table + " (" + names + ") select " + values + " from " + table
                + " t cross join generate_series(1, " + others + ") i where " + isOf(known);
    }

    private String isOf(List<UUID> known) {
        String ids = known.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        return columns.stream()
                .filter(Column::isId)
                .map(column -> "t." + column.name() + " in (" + ids + ")")
                .collect(Collectors.joining(" or "));
    }

    private static String value(Column column, List<UUID> known) {
        String own = "t." + column.name();
        if (column.isId()) {
            List<String> cases = new ArrayList<>();
            for (UUID id : known) cases.add("when '" + id + "' then md5('" + id + " ' || i)::uuid");
            return "case " + own + " " + String.join(" ", cases) + " else " + own + " end";
        }
        if (!column.isFingerprint()) return own;
        // Of another person's the same: as many bytes, at random.
        String digest = "sha256(convert_to(" + own + "::text || i, 'UTF8'))";
        return column.type().equals("bytea")
                ? "substr(" + digest + ", 1, length(" + own + "))"
                : "left(translate(encode(" + digest + ", 'base64'), '+/=', '-_'), length(" + own + "))";
    }
}
