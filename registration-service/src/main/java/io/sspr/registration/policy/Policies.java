package io.sspr.registration.policy;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Undecodable;
import io.sspr.contract.state.Policy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The policy as it was told last. */
@Component
class Policies {

    private final JdbcClient database;

    Policies(JdbcClient database) {
        this.database = database;
    }

    Optional<Policy> told() {
        return database.sql("SELECT rules FROM policy")
                .query(String.class)
                .optional()
                .map(Policies::read);
    }

    void keep(Policy policy) {
        database.sql("""
                        INSERT INTO policy (version, rules) VALUES (:version, :rules)
                        ON CONFLICT (only_row) DO UPDATE SET version = EXCLUDED.version, rules = EXCLUDED.rules""")
                .param("version", policy.version())
                .param("rules", new String(ContractJson.write(policy), StandardCharsets.UTF_8))
                .update();
    }

    private static Policy read(String json) {
        try {
            return ContractJson.read(json.getBytes(StandardCharsets.UTF_8), Policy.class);
        } catch (Undecodable e) {
            throw new IllegalStateException("the stored policy cannot be read", e);
        }
    }
}
