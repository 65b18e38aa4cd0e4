package io.sspr.messaging;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A document in the one row of a table, which is read often and changes seldom. The row is asked once in each transaction,
 * for another instance may have changed it, and then is the same to the transaction's end unless it changes the row
 * itself. What is known is neither sent nor parsed again.
 */
public final class StoredDocument<T> {

    private record Row(String hash, String text) {}

    private record Known<T>(String hash, T document) {}

    private static final class InTransaction<T> extends ResourceHolderSupport {
        private boolean asked;
        private Optional<T> answer = Optional.empty();
    }

    private final JdbcClient database;
    private final String query;
    private final Function<String, T> parser;
    private volatile @Nullable Known<T> lastRead;

    /** Of that table's text column; the parser throws if what is stored cannot be read. */
    public StoredDocument(JdbcClient database, String table, String column, Function<String, T> parser) {
        this.database = database;
        this.parser = parser;
        // Hashed once, which is what the offset is for. By its content: a number of a version can have been read before
        // a rollback gave it to other rules.
        this.query = """
                select hash, case when hash = :known then '' else text end as text
                from (select %1$s as text, encode(sha256(convert_to(%1$s, 'UTF8')), 'hex') as hash from %2$s offset 0) hashed""".formatted(column, table);
    }

    /** What is stored; empty while there is no row. */
    public Optional<T> read() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) return ask();
        InTransaction<T> seen = seen();
        if (!seen.asked) seen.answer = ask();
        seen.asked = true;
        return seen.answer;
    }

    /** To be called by whoever has written the row: the transaction reads it anew. */
    public void changed() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) seen().asked = false;
    }

    @SuppressWarnings("unchecked") // bound by nobody else
    private InTransaction<T> seen() {
        InTransaction<T> bound = (InTransaction<T>) TransactionSynchronizationManager.getResource(this);
        if (bound != null) return bound;
        InTransaction<T> seen = new InTransaction<>();
        TransactionSynchronizationManager.bindResource(this, seen);
        TransactionSynchronizationManager.registerSynchronization(new ResourceHolderSynchronization<>(seen, this) {});
        return seen;
    }

    private Optional<T> ask() {
        Known<T> known = lastRead;
        Optional<Row> row = database.sql(query)
                .param("known", known == null ? "" : known.hash())
                .query((found, number) -> new Row(found.getString("hash"), found.getString("text")))
                .optional();
        if (row.isEmpty()) return Optional.empty();
        if (known != null && known.hash().equals(row.get().hash())) return Optional.of(known.document());
        T document = parser.apply(row.get().text());
        lastRead = new Known<>(row.get().hash(), document);
        return Optional.of(document);
    }
}
