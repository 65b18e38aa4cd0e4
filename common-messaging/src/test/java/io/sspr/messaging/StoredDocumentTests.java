package io.sspr.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.messaging.testing.RunningPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class StoredDocumentTests {

    private final DataSource dataSource = RunningPostgres.freshDatabase("classpath:db/messaging");
    private final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    private final StoredDocument<String> document = new StoredDocument<>(jdbc, "notes", "note", text -> text);

    @BeforeEach
    void makeTable() {
        jdbc.sql("create table notes (note text not null)").update();
    }

    @Test
    void isEmptyWhileThereIsNoRow() {
        assertThat(document.read()).isEmpty();
        transaction.executeWithoutResult(status -> assertThat(document.read()).isEmpty());
    }

    @Test
    void isWhatAnotherInstanceWroteFromTheNextTransactionOn() {
        write("insert into notes values ('one')");
        transaction.executeWithoutResult(status -> {
            assertThat(document.read()).hasValue("one");
            elsewhere("update notes set note = 'two'");
            assertThat(document.read()).hasValue("one");
        });
        transaction.executeWithoutResult(status -> assertThat(document.read()).hasValue("two"));
    }

    @Test
    void isWhatTheTransactionItselfWroteFromThenOn() {
        write("insert into notes values ('one')");
        transaction.executeWithoutResult(status -> {
            assertThat(document.read()).hasValue("one");
            write("update notes set note = 'two'");
            document.changed();
            assertThat(document.read()).hasValue("two");
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> assertThat(document.read()).hasValue("one"));
    }

    @Test
    void isAskedEachTimeOutsideTransactions() {
        write("insert into notes values ('one')");
        assertThat(document.read()).hasValue("one");
        write("update notes set note = 'two'");
        assertThat(document.read()).hasValue("two");
    }

    private void write(String statement) {
        jdbc.sql(statement).update();
    }

    /** On a connection of its own. */
    private void elsewhere(String statement) {
        Thread other = new Thread(() -> write(statement));
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
