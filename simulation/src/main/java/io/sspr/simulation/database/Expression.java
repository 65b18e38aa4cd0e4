package io.sspr.simulation.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has a value. */
interface Expression {

    /** With the three values of logic that SQL has, where it is a condition. */
    @Nullable
    Object of(Scope scope);

    /** Whether it names no column: it is the same for every row. */
    default boolean isFixed() {
        return false;
    }

    /** A value that is written down. */
    record Literal(@Nullable Object value) implements Expression {
        @Override
        public @Nullable Object of(Scope scope) {
            return value;
        }

        @Override
        public boolean isFixed() {
            return true;
        }
    }

    /** A value that comes with the statement. */
    record Parameter(int number) implements Expression {
        @Override
        public @Nullable Object of(Scope scope) {
            return scope.parameters[number];
        }

        @Override
        public boolean isFixed() {
            return true;
        }
    }

    /** A column. */
    record Name(@Nullable String qualifier, String name) implements Expression {
        @Override
        public @Nullable Object of(Scope scope) {
            return scope.named(qualifier, name);
        }
    }

    /** A value as one of another type. */
    record Cast(Expression value, String type) implements Expression {
        @Override
        public @Nullable Object of(Scope scope) {
            return Values.cast(value.of(scope), type);
        }

        @Override
        public boolean isFixed() {
            return value.isFixed();
        }
    }

    /** Several in a row. */
    record Row(List<Expression> parts) implements Expression {
        @Override
        public Object of(Scope scope) {
            List<@Nullable Object> values = new ArrayList<>(parts.size());
            for (Expression part : parts) values.add(part.of(scope));
            return values;
        }
    }

    /** A comparison of two. */
    record Compare(String sign, Expression left, Expression right) implements Expression {
        @Override
        public @Nullable Object of(Scope scope) {
            Object a = left.of(scope);
            Object b = right.of(scope);
            if (a == null || b == null) return null;
            int order = Values.compare(a, b);
            return switch (sign) {
                case "=" -> order == 0;
                case "<>" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }
    }

    /** Whether something is null, or not. */
    record IsNull(Expression value, boolean not) implements Expression {
        @Override
        public Object of(Scope scope) {
            return (value.of(scope) == null) != not;
        }
    }

    /** Equal, where null equals null. */
    record Same(Expression left, Expression right) implements Expression {
        @Override
        public Object of(Scope scope) {
            Object a = left.of(scope);
            Object b = right.of(scope);
            return (a == null || b == null) ? a == b : Values.compare(a, b) == 0;
        }
    }

    /** All of them. */
    record And(Expression left, Expression right) implements Expression {
        @Override
        public @Nullable Object of(Scope scope) {
            Object a = left.of(scope);
            if (Boolean.FALSE.equals(a)) return false;
            Object b = right.of(scope);
            if (Boolean.FALSE.equals(b)) return false;
            return (a == null || b == null) ? null : true;
        }
    }

    /** One of them. */
    record Or(Expression left, Expression right) implements Expression {
        @Override
        public @Nullable Object of(Scope scope) {
            Object a = left.of(scope);
            if (Values.isTrue(a)) return true;
            Object b = right.of(scope);
            if (Values.isTrue(b)) return true;
            return (a == null || b == null) ? null : false;
        }
    }

    /** The contrary. */
    record Not(Expression value) implements Expression {
        @Override
        public @Nullable Object of(Scope scope) {
            Object is = value.of(scope);
            return is == null ? null : !(Boolean) is;
        }
    }

    /** Whether something is among others: a list, an array, or what a query finds. */
    record In(
            Expression value,
            @Nullable List<Expression> list,
            @Nullable Expression array,
            @Nullable Select query) implements Expression {
        @Override
        public @Nullable Object of(Scope scope) {
            Object sought = value.of(scope);
            if (sought == null) return null;
            for (Object one : among(scope)) if (one != null && equal(sought, one)) return true;
            return false;
        }

        List<@Nullable Object> among(Scope scope) {
            List<@Nullable Object> all = new ArrayList<>();
            if (list != null) {
                for (Expression one : list) all.add(one.of(scope));
            } else if (array != null) {
                Object many = array.of(scope);
                if (many != null) all.addAll((List<?>) many);
            } else {
                for (@Nullable Object[] row : Values.query(query).rows(scope))
                    all.add(row.length == 1 ? row[0] : Arrays.asList(row));
            }
            return all;
        }

        boolean isSameForAllRows() {
            if (list != null) return list.stream().allMatch(Expression::isFixed);
            return array == null ? Values.query(query).isFixed() : array.isFixed();
        }

        private static boolean equal(Object a, Object b) {
            if (!(a instanceof List<?> x) || !(b instanceof List<?> y)) return Values.compare(a, b) == 0;
            for (int i = 0; i < x.size(); i++)
                if (x.get(i) == null || y.get(i) == null || Values.compare(x.get(i), y.get(i)) != 0) return false;
            return true;
        }
    }

    /** Whether a query finds anything. */
    record Exists(Select query) implements Expression {
        @Override
        public Object of(Scope scope) {
            return !query.rows(scope).isEmpty();
        }
    }

    /** The one value that a query finds. */
    record Single(Select query) implements Expression {
        @Override
        public @Nullable Object of(Scope scope) {
            List<@Nullable Object[]> rows = query.rows(scope);
            return rows.isEmpty() ? null : rows.get(0)[0];
        }

        @Override
        public boolean isFixed() {
            return query.isFixed();
        }
    }

    /** The first whose condition holds. */
    record Case(
            List<Expression> conditions,
            List<Expression> results,
            @Nullable Expression otherwise) implements Expression {
        @Override
        public @Nullable Object of(Scope scope) {
            for (int i = 0; i < conditions.size(); i++)
                if (Values.isTrue(conditions.get(i).of(scope)))
                    return results.get(i).of(scope);
            return otherwise == null ? null : otherwise.of(scope);
        }
    }

    /** A sum, or a difference. */
    record Plus(Expression left, Expression right, int sign) implements Expression {
        @Override
        public @Nullable Object of(Scope scope) {
            return Values.plus(left.of(scope), right.of(scope), sign);
        }

        @Override
        public boolean isFixed() {
            return left.isFixed() && right.isFixed();
        }
    }

    /** A product. */
    record Times(Expression left, Expression right) implements Expression {
        @Override
        public @Nullable Object of(Scope scope) {
            return Values.times(left.of(scope), right.of(scope));
        }
    }

    /** A function of values. */
    record Call(String name, List<Expression> arguments) implements Expression {
        @Override
        public @Nullable Object of(Scope scope) {
            return Functions.call(name, arguments, scope);
        }

        @Override
        public boolean isFixed() {
            return arguments.stream().allMatch(Expression::isFixed);
        }
    }

    /** A function of rows; without an argument it counts them. */
    record Aggregate(
            String name,
            @Nullable Expression argument,
            @Nullable Expression filter) implements Expression {
        @Override
        public @Nullable Object of(Scope scope) {
            if (scope.group == null) throw new NotSimulated(name + " where it is not within an aggregation");
            Object result = name.equals("count") ? Long.valueOf(0) : null;
            for (Scope row : scope.group) {
                if (filter != null && !Values.isTrue(filter.of(row))) continue;
                Object value = argument == null ? (Object) true : argument.of(row);
                if (value == null) continue;
                if (name.equals("count")) result = (Long) Values.some(result) + 1;
                else if (result == null) result = value;
                else if (name.equals("sum")) result = Values.plus(result, value, 1);
                else if (name.equals("max")) result = Values.compare(result, value) >= 0 ? result : value;
                else result = Values.compare(result, value) <= 0 ? result : value;
            }
            return result;
        }
    }
}
