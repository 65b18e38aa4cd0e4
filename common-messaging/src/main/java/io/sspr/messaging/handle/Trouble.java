package io.sspr.messaging.handle;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Something that no record is to blame for: retried for ever. Its message is a sentence. */
public class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Classes of PostgreSQL's error codes: connection, rolled back (deadlock, serialization), resources, object not
     * ready (lock timeout), operator, system.
     */
    private static final Set<String> SQL_STATES = Set.of("08", "40", "53", "55", "57", "58");

    private static final Set<Class<? extends Exception>> TYPES = Set.of(
            Trouble.class,
            SQLTransientException.class,
            SQLRecoverableException.class,
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            DataAccessResourceFailureException.class,
            CannotCreateTransactionException.class,
            RetriableException.class);

    /** Of our own code, the innermost: enough to find the place. */
    private static final int FRAMES = 3;

    /** Without a stack trace: nothing in this code is to blame. */
    public Trouble(String sentence) {
        super(sentence, null, false, false);
    }

    /** Whether it is trouble with the database or the broker. */
    public static boolean is(@Nullable Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            for (Class<? extends Exception> type : TYPES) if (type.isInstance(cause)) return true;
            if (cause instanceof SQLException sql && isTrouble(sql.getSQLState())) return true;
        }
        return false;
    }

    /** What went wrong, and where, without the messages of exceptions: they can quote content. */
    public static String describe(Throwable problem) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (!text.isEmpty()) text.append(" from ");
            text.append(
                    cause instanceof Trouble
                            ? cause.getMessage()
                            : cause.getClass().getSimpleName());
            if (cause instanceof SQLException sql)
                text.append(" [").append(sql.getSQLState()).append(']');
            Stream.of(cause.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("io.sspr."))
                    .limit(FRAMES)
                    .forEach(frame -> text.append(" at ").append(frame));
        }
        return text.toString();
    }

    private static boolean isTrouble(@Nullable String state) {
        // Without a state it is the pool's: the connection is gone. Read-only: it leads to a standby, as after a
        // fail-over.
        return state == null || state.equals("25006") || SQL_STATES.contains(state.substring(0, 2));
    }
}
