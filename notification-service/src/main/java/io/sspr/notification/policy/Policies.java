package io.sspr.notification.policy;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Undecodable;
import io.sspr.contract.policy.HelpRules;
import io.sspr.contract.policy.MessageLimits;
import io.sspr.contract.policy.NoticeRules;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.StoredDocument;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * This service's copy of the rules in force. Until the first have arrived the safe ones hold: nobody is told less, and
 * nothing goes to an address that nobody has proven. It is read each time, so that a change holds from the next message on.
 */
@Component
public class Policies {

    private final JdbcClient database;
    private final StoredDocument<Policy> document;

    Policies(JdbcClient database) {
        this.database = database;
        this.document = new StoredDocument<>(database, "known_policy", "policy", Policies::read);
    }

    void learn(Policy policy) {
        database.sql("""
                        insert into known_policy (policy) values (:policy)
                        on conflict (singleton) do update set policy = excluded.policy
                        """)
                .param("policy", new String(ContractJson.write(policy), StandardCharsets.UTF_8))
                .update();
        document.changed();
    }

    /** How many messages go out. */
    public MessageLimits messages() {
        return current().map(policy -> policy.limits().messages()).orElse(Presets.SAFE_LIMITS.messages());
    }

    /** Who is told of what. */
    public NoticeRules notices() {
        return current().map(Policy::notices).orElse(NoticeRules.ALL);
    }

    /** Where people find help. */
    public HelpRules help() {
        return current().map(Policy::help).orElse(HelpRules.ADMINISTRATORS);
    }

    /** Whether addresses that nobody has proven serve a reset. */
    public boolean importedCount() {
        return current().map(policy -> policy.methodRules().importedCount()).orElse(false);
    }

    /** All of them; empty until the first have arrived. */
    public Optional<Policy> current() {
        return document.read();
    }

    private static Policy read(String json) {
        try {
            return ContractJson.read(json.getBytes(StandardCharsets.UTF_8), Policy.class);
        } catch (Undecodable e) {
            throw new IllegalStateException("the stored policy cannot be read", e);
        }
    }
}
