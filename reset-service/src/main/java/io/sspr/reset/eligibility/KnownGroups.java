package io.sspr.reset.eligibility;

import io.sspr.contract.state.Group;
import io.sspr.reset.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** This service's copy of the groups. */
@Component
class KnownGroups {

    private final JdbcClient jdbc;

    KnownGroups(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void learn(Group group) {
        jdbc.sql("""
                        insert into known_groups (group_id, member_of) values (?, ?)
                        on conflict (group_id) do update set member_of = excluded.member_of
                        """)
                .param(group.groupId())
                .param(Column.texts(group.memberOf()))
                .update();
    }
}
