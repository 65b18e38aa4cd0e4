package io.sspr.reset.eligibility;

import io.sspr.contract.MethodKind;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** This service's copy of the methods: which kinds, and whether they count; where they reach the person is no matter here. */
@Component
class KnownMethods {

    private final JdbcClient jdbc;

    KnownMethods(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<HeldMethod> of(UUID accountId) {
        return jdbc.sql("select kind, status, used_up from known_methods where account_id = ?")
                .param(accountId)
                .query((row, number) -> new HeldMethod(
                        MethodKind.valueOf(row.getString("kind")),
                        MethodStatus.valueOf(row.getString("status")),
                        row.getBoolean("used_up")))
                .list();
    }

    void learn(Method method) {
        if (method.status() == MethodStatus.REMOVED)
            jdbc.sql("delete from known_methods where method_id = ?")
                    .param(method.methodId())
                    .update();
        else
            jdbc.sql("""
                            insert into known_methods (method_id, account_id, kind, status, used_up) values (?, ?, ?, ?, ?)
                            on conflict (method_id) do update
                               set account_id = excluded.account_id, kind = excluded.kind, status = excluded.status,
                                   used_up = excluded.used_up
                            """)
                    .param(method.methodId())
                    .param(method.accountId())
                    .param(method.kind().name())
                    .param(method.status().name())
                    .param(Boolean.TRUE.equals(method.usedUp()))
                    .update();
    }
}
