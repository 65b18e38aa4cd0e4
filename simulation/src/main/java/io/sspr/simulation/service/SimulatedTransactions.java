package io.sspr.simulation.service;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** Spring's transactions, around which something may come between. */
final class SimulatedTransactions implements PlatformTransactionManager {

    private final PlatformTransactionManager real;
    private final Consumer<Point> between;

    SimulatedTransactions(DataSource dataSource, Consumer<Point> between) {
        this.real = new DataSourceTransactionManager(dataSource);
        this.between = between;
    }

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
        between.accept(Point.BEFORE_TRANSACTION);
        return real.getTransaction(definition);
    }

    @Override
    public void commit(TransactionStatus status) {
        try {
            between.accept(Point.BEFORE_COMMIT);
        } catch (Killed e) {
            real.rollback(status);
            throw e;
        }
        real.commit(status);
        between.accept(Point.AFTER_COMMIT);
    }

    @Override
    public void rollback(TransactionStatus status) {
        real.rollback(status);
    }
}
