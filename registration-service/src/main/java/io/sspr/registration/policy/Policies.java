package io.sspr.registration.policy;

import io.sspr.contract.ContractJson;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Undecodable;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.StaleFacts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Row of the policy in force. */
@Component
public class Policies {
    static final String LOCK = "policy";

    private record Row(String hash, String rules) {}

    private record Known(String hash, Policy policy) {}

    private final JdbcClient database;
    private volatile @Nullable Known lastRead;

    Policies(JdbcClient database) {
        this.database = database;
    }

    /** The one in force, as the transaction sees it. */
    public Policy inForce() {
        return stored().orElseThrow(() -> new IllegalStateException("there is no policy yet"));
    }

    /** The same; empty before the first one. */
    Optional<Policy> stored() {
        Known known = lastRead;
        // The row is asked each time, for another instance may have changed it; but what is known is not sent again. A
        // version does not tell what is known: it can have been read before a rollback gave the number to other rules.
        Optional<Row> row = database.sql("""
                        SELECT hash, CASE WHEN hash = :known THEN '' ELSE rules END AS rules
                        FROM (SELECT rules, encode(sha256(convert_to(rules, 'UTF8')), 'hex') AS hash FROM policy) hashed""")
                .param("known", known == null ? "" : known.hash())
                .query((found, number) -> new Row(found.getString("hash"), found.getString("rules")))
                .optional();
        if (row.isEmpty()) return Optional.empty();
        if (known != null && row.get().rules().isEmpty()) return Optional.of(known.policy());
        Policy read = read(row.get().rules());
        lastRead = new Known(row.get().hash(), read);
        return Optional.of(read);
    }

    /** Kinds that people can register now: those that count for a reset, or for sign-in where registration sees to that. */
    public List<MethodKind> onOffer() {
        Policy policy = inForce();
        boolean forSignIn = policy.signIn().methods() > 0;
        return Arrays.stream(MethodKind.values())
                .filter(MethodKind::isRegistered)
                .filter(kind -> !policy.stopped().kinds().contains(kind))
                .filter(kind -> policy.kinds().contains(kind)
                        || (forSignIn && policy.signIn().kinds().contains(kind)))
                .toList();
    }

    /** Keeps the first. */
    void begin(Policy first) {
        database.sql("INSERT INTO policy (version, rules) VALUES (:version, :rules)")
                .param("version", first.version())
                .param("rules", write(first))
                .update();
    }

    /** Keeps the next; throws {@link StaleFacts} if the one in force has become another. */
    void change(Policy before, Policy next) {
        int rows = database.sql("UPDATE policy SET version = :version, rules = :rules WHERE version = :before")
                .param("version", next.version())
                .param("rules", write(next))
                .param("before", before.version())
                .update();
        if (rows != 1) throw new StaleFacts("the policy was changed meanwhile");
    }

    private static String write(Policy policy) {
        return new String(ContractJson.write(policy), StandardCharsets.UTF_8);
    }

    private static Policy read(String json) {
        try {
            return ContractJson.read(json.getBytes(StandardCharsets.UTF_8), Policy.class);
        } catch (Undecodable e) {
            throw new IllegalStateException("the stored policy cannot be read", e);
        }
    }
}
