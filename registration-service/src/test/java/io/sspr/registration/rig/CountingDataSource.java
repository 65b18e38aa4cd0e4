package io.sspr.registration.rig;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that each thread prepares, and the rows that it reads. */
final class CountingDataSource extends DelegatingDataSource {

    private final ThreadLocal<Integer> counted = ThreadLocal.withInitial(() -> 0);
    private final ThreadLocal<Integer> rows = ThreadLocal.withInitial(() -> 0);

    CountingDataSource(DataSource target) {
        super(target);
    }

    int counted() {
        return counted.get();
    }

    int rows() {
        return rows.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return watched(Connection.class, super.getConnection(), result -> {
            if (!(result instanceof PreparedStatement statement)) return result;
            counted.set(counted.get() + 1);
            return watched(PreparedStatement.class, statement, this::watchedRows);
        });
    }

    private @Nullable Object watchedRows(@Nullable Object result) {
        if (!(result instanceof ResultSet found)) return result;
        return Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ResultSet.class}, (proxy, method, arguments) -> {
                    Object value = call(found, method, arguments);
                    if (method.getName().equals("next") && Boolean.TRUE.equals(value)) rows.set(rows.get() + 1);
                    return value;
                });
    }

    private static <T> T watched(Class<T> type, T target, UnaryOperator<@Nullable Object> result) {
        return type.cast(Proxy.newProxyInstance(
                CountingDataSource.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> result.apply(call(target, method, arguments))));
    }

    private static @Nullable Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
