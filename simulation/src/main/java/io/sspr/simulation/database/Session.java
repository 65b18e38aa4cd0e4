package io.sspr.simulation.database;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** A connection as the database sees it. */
final class Session {

    final MemoryDatabase database;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private boolean autoCommit = true;

    Session(MemoryDatabase database) {
        this.database = database;
    }

    Instant now() {
        return database.now();
    }

    boolean isAutoCommit() {
        return autoCommit;
    }

    void setAutoCommit(boolean autoCommit) {
        if (autoCommit) commit();
        this.autoCommit = autoCommit;
    }

    /** Undone if the transaction, or the statement that is one, fails. */
    void onRollback(Runnable deed) {
        undo.push(deed);
    }

    /** After a statement that went well. */
    void statementDone() {
        if (autoCommit) commit();
    }

    void commit() {
        undo.clear();
    }

    void rollback() {
        while (!undo.isEmpty()) undo.pop().run();
    }

    boolean tryLock(long name) {
        return database.sessionLocks.putIfAbsent(name, this) == null || database.sessionLocks.get(name) == this;
    }

    boolean unlock(long name) {
        return database.sessionLocks.remove(name, this);
    }

    void unlockAll() {
        database.sessionLocks.values().removeIf(holder -> holder == this);
    }

    /** What was not committed is undone, as when the process behind it dies. */
    void close() {
        rollback();
        unlockAll();
    }
}
