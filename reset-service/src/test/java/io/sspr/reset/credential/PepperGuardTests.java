package io.sspr.reset.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.reset.RunningReset;
import io.sspr.reset.hashing.PepperProperties;
import io.sspr.reset.hashing.Peppers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class PepperGuardTests {

    private static final String ONE = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String OTHER = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA";

    @TempDir
    private Path folder;

    private final JdbcClient jdbc = RunningReset.bean(JdbcClient.class);
    private final String id = "pepper-" + UUID.randomUUID();

    @AfterEach
    void clear() {
        jdbc.sql("delete from credentials where pepper = ?").param(id).update();
        jdbc.sql("delete from peppers where id = ?").param(id).update();
    }

    @Test
    void theSameKeyIsWelcomeAgain() throws IOException {
        start(key(ONE));
        use();

        start(key(ONE));
        assertThat(jdbc.sql("select count(*) from peppers where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anotherKeyUnderTheSameIdStopsTheStart() throws IOException {
        start(key(ONE));

        assertThatThrownBy(() -> start(key(OTHER)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("its key " + id + " is not the one that was used under that id before");
    }

    @Test
    void aKeyThatPasswordsNeedIsMissed() throws IOException {
        start(key(ONE));
        start(null);
        use();

        assertThatThrownBy(() -> start(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the key " + id + " is missing");
    }

    private void use() {
        jdbc.sql("""
                        insert into credentials
                               (account_id, version, phc, must_change, changed_at, sessions_invalid_before, pepper)
                        values (?, 1, ''::bytea, false, now(), now(), ?)
                        """).param(UUID.randomUUID()).param(id).update();
    }

    private void start(@Nullable Path file) {
        new PepperGuard(jdbc, new Peppers(new PepperProperties(file)));
    }

    private Path key(String k) throws IOException {
        return Files.writeString(
                folder.resolve("pepper.jwks"),
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"" + id + "\",\"k\":\"" + k + "\"}]}");
    }
}
