package io.sspr.messaging.handle;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class TroubleTests {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57P01", "57014", "58030", "25006"})
    void isWithTheDatabase(String state) {
        assertThat(Trouble.is(new IllegalStateException(new SQLException("", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505", "42P01", "XX000", "0A000"})
    void isNotWhatARecordMayBeToBlameFor(String state) {
        assertThat(Trouble.is(new SQLException("", state))).isFalse();
    }

    @Test
    void isWhateverSpringMakesOfALostConnection() {
        assertThat(Trouble.is(new CannotGetJdbcConnectionException("", new SQLException("pool"))))
                .isTrue();
        assertThat(Trouble.is(new CannotCreateTransactionException(""))).isTrue();
        assertThat(Trouble.is(new TransactionSystemException("rollback", new SQLException("Connection is closed"))))
                .isTrue();
        assertThat(Trouble.is(new CannotAcquireLockException(""))).isTrue();
        assertThat(Trouble.is(new TimeoutException())).isTrue();
        assertThat(Trouble.is(new DuplicateKeyException("", new SQLException("", "23505"))))
                .isFalse();
        assertThat(Trouble.is(new IllegalStateException())).isFalse();
    }

    @Test
    void isDescribedWithoutContent() {
        String text = Trouble.describe(
                new IllegalStateException("alice@example.org", new SQLException("Key (login)=(alice)", "23505")));
        assertThat(text)
                .doesNotContain("alice")
                .contains("IllegalStateException", "SQLException [23505]", "TroubleTests.isDescribedWithoutContent");
    }
}
