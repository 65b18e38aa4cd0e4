package io.sspr.quickstart.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server's two configuration files, written at every start: what is in here is all there is. */
final class PostgresSettings {

    private PostgresSettings() {}

    private static final String CONFIGURATION = """
            # Written at every start of ./sspr; changes here are lost.
            listen_addresses = '127.0.0.1'
            port = PORT
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'

            # What is committed stays, whatever is killed or unplugged.
            fsync = on
            synchronous_commit = on
            full_page_writes = on

            # Two-phase commit is not used, and a forgotten one would block cleaning for ever.
            max_prepared_transactions = 0
            # A service that hangs inside a transaction must not keep its locks.
            idle_in_transaction_session_timeout = '60s'
            max_connections = 100

            # Small: this is one machine with everything on it.
            shared_buffers = '64MB'
            max_wal_size = '256MB'
            max_parallel_workers_per_gather = 0
            io_method = 'sync'
            jit = off

            timezone = 'UTC'
            log_timezone = 'UTC'
            datestyle = 'iso, ymd'
            lc_messages = 'C'
            default_text_search_config = 'pg_catalog.simple'

            # Statements and the values in them may be somebody's secret: the log holds neither.
            log_min_messages = warning
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_parameter_max_length = 0
            log_parameter_max_length_on_error = 0
            """;

    // A role reaches the database of its own name and no other, and only with its password.
    private static final String ACCESS = """
            # Written at every start of ./sspr; changes here are lost.
            # type  database  user       address        method
            host    all       SUPERUSER  127.0.0.1/32   scram-sha-256
            host    sameuser  all        127.0.0.1/32   scram-sha-256
            """;

    static void write(Path directory, int port) throws IOException {
        Files.writeString(directory.resolve("postgresql.conf"), CONFIGURATION.replace("PORT", Integer.toString(port)));
        Files.writeString(directory.resolve("pg_hba.conf"), ACCESS.replace("SUPERUSER", PostgresServer.SUPERUSER));
    }
}
