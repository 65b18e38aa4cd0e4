package io.sspr.reset;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Notes the statements of the thread that asks it to. */
public final class WatchedDataSource implements BeanPostProcessor {

    private static final ThreadLocal<List<String>> NOTED = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> ROWS_TOO = ThreadLocal.withInitial(() -> false);

    /** All statements that this thread prepares meanwhile. */
    public static List<String> statementsOf(Runnable work) {
        List<String> noted = new ArrayList<>();
        NOTED.set(noted);
        try {
            work.run();
        } finally {
            NOTED.remove();
        }
        return noted;
    }

    /** The same, and after each statement a line for every row that it found. */
    public static List<String> findingsOf(Runnable work) {
        ROWS_TOO.set(true);
        try {
            return statementsOf(work);
        } finally {
            ROWS_TOO.remove();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof DataSource dataSource)) return bean;
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = call(dataSource, method, arguments);
            return result instanceof Connection connection ? watched(connection) : result;
        });
    }

    private static Connection watched(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            List<String> noted = NOTED.get();
            if (noted != null && method.getName().startsWith("prepare")) noted.add(String.valueOf(arguments[0]));
            Object result = call(connection, method, arguments);
            return noted != null && result instanceof PreparedStatement statement ? watched(statement) : result;
        });
    }

    private static PreparedStatement watched(PreparedStatement statement) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            Object result = call(statement, method, arguments);
            return result instanceof ResultSet rows ? watched(rows) : result;
        });
    }

    private static ResultSet watched(ResultSet rows) {
        return proxy(ResultSet.class, (proxy, method, arguments) -> {
            Object result = call(rows, method, arguments);
            List<String> noted = NOTED.get();
            if (noted != null && ROWS_TOO.get() && method.getName().equals("next") && Boolean.TRUE.equals(result))
                noted.add("a row");
            return result;
        });
    }

    private static Object call(Object target, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
