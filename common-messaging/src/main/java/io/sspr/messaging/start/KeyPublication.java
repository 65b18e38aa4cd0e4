package io.sspr.messaging.start;

import io.sspr.contract.Service;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.seal.Sha256;
import io.sspr.contract.state.PublishedKeys;
import io.sspr.messaging.Transactions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Publishes the keys that clients seal to, if they are others than the last time. */
final class KeyPublication {

    private static final String REMEMBER = """
            insert into published_keys as known (digest) values (?)
            on conflict (one) do update set digest = excluded.digest
            where known.digest <> excluded.digest""";

    private final @Nullable String signed;
    private final String digest;
    private final Transactions transactions;
    private final JdbcTemplate jdbc;

    /** Reads the keys, so that a service without them does not start. */
    KeyPublication(Service service, KeyMaterial keys, Transactions transactions, JdbcTemplate jdbc) {
        // No client seals to the notification service.
        this.signed = service == Service.NOTIFICATION ? null : keys.signedKeySet(service.principal());
        // Of the public parts in their order; a signature would be another each time.
        String content = keys.keySet(service.principal()).keys().stream()
                .map(key -> key.toPublicJWK().toJSONString())
                .collect(Collectors.joining("\n"));
        this.digest = Sha256.of(content.getBytes(StandardCharsets.UTF_8));
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    void publish() {
        if (signed == null) return;
        transactions.run(List.of("published-keys"), work -> {
            if (jdbc.update(REMEMBER, digest) == 1) work.publish(work.newId(), new PublishedKeys(signed));
        });
    }
}
