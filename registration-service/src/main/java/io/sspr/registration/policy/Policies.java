package io.sspr.registration.policy;

import io.sspr.contract.ContractJson;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Undecodable;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.StoredDocument;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Row of the policy in force. */
@Component
public class Policies {
    static final String LOCK = "policy";

    private final JdbcClient database;
    private final StoredDocument<Policy> document;

    Policies(JdbcClient database) {
        this.database = database;
        this.document = new StoredDocument<>(database, "policy", "rules", Policies::read);
    }

    /** The one in force, as the transaction sees it. */
    public Policy inForce() {
        return stored().orElseThrow(() -> new IllegalStateException("there is no policy yet"));
    }

    /** The same; empty before the first one. */
    Optional<Policy> stored() {
        return document.read();
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
        document.changed();
    }

    /** Keeps the next; throws {@link StaleFacts} if the one in force has become another. */
    void change(Policy before, Policy next) {
        int rows = database.sql("UPDATE policy SET version = :version, rules = :rules WHERE version = :before")
                .param("version", next.version())
                .param("rules", write(next))
                .param("before", before.version())
                .update();
        if (rows != 1) throw new StaleFacts("the policy was changed meanwhile");
        document.changed();
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
