package io.sspr.reset.eligibility;

import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** This service's copy of the methods: which kinds, and whether they count; where they reach the person is no matter here. */
@Component
class KnownMethods {

    private final JdbcClient jdbc;

    KnownMethods(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
