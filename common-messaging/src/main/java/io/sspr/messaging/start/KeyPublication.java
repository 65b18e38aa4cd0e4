package io.sspr.messaging.start;

import com.nimbusds.jose.jwk.ECKey;
import io.sspr.contract.Service;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.state.PublishedKeys;
import io.sspr.messaging.Transactions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Publishes the keys that clients seal to, if they are others than the last time. */
final class KeyPublication {

    private final Service service;
    private final KeyMaterial keys;
    private final Transactions transactions;
    private final JdbcTemplate jdbc;

    KeyPublication(Service service, KeyMaterial keys, Transactions transactions, JdbcTemplate jdbc) {
        this.service = service;
        this.keys = keys;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    void publish() {
        if (service == Service.NOTIFICATION) return;
        String digest = digest(keys.keySet(service.principal()).keys());
        transactions.run(List.of("published-keys"), work -> {
            int changed = jdbc.update("""
                    insert into published_keys as known (digest) values (?)
                    on conflict (one) do update set digest = excluded.digest
                    where known.digest <> excluded.digest""", digest);
            if (changed == 1) work.publish(work.newId(), new PublishedKeys(keys.signedKeySet(service.principal())));
        });
    }

    /** Of the public parts in their order; a signature would be another each time. */
    private static String digest(List<ECKey> keys) {
        String text = keys.stream().map(key -> key.toPublicJWK().toJSONString()).collect(Collectors.joining("\n"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
