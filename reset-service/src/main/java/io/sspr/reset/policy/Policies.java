package io.sspr.reset.policy;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Undecodable;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.StoredDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** This service's copy of the rules in force. */
@Component
public class Policies {

    /** What a request waits for that comes before the first policy; also the name of its lock. */
    public static final String AWAITED = "policy";

    private final JdbcClient jdbc;
    private final StoredDocument<Policy> document;
    private volatile boolean arrived;

    Policies(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.document = new StoredDocument<>(jdbc, "known_policy", "policy", Policies::read);
    }

    /** The rules in force; empty until the first have arrived. */
    public Optional<Policy> current() {
        Optional<Policy> policy = document.read();
        arrived = arrived || policy.isPresent();
        return policy;
    }

    /** The rules in force, where something began that could not begin without. */
    public Policy required() {
        return current().orElseThrow(() -> new IllegalStateException("the policy is gone"));
    }

    /** What a request locks that may have to wait for the first policy: otherwise it could go to sleep as it arrives. */
    public List<String> locks() {
        return arrived ? List.of() : List.of(AWAITED);
    }

    void learn(Policy policy) {
        jdbc.sql("""
                        insert into known_policy (policy) values (?)
                        on conflict (singleton) do update set policy = excluded.policy
                        """)
                .param(new String(ContractJson.write(policy), StandardCharsets.UTF_8))
                .update();
        document.changed();
    }

    private static Policy read(String json) {
        try {
            return ContractJson.read(json.getBytes(StandardCharsets.UTF_8), Policy.class);
        } catch (Undecodable e) {
            throw new IllegalStateException("the stored policy cannot be read", e);
        }
    }
}
