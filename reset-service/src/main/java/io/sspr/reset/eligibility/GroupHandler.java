package io.sspr.reset.eligibility;

import io.sspr.contract.state.Group;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps the copy of the groups. */
@Component
class GroupHandler implements Handler<Group, Group> {

    private final KnownGroups groups;

    GroupHandler(KnownGroups groups) {
        this.groups = groups;
    }

    @Override
    public Class<Group> handles() {
        return Group.class;
    }

    @Override
    public Prepared<Group> prepare(Received<Group> message) {
        return Prepared.facts(message.message());
    }

    @Override
    public List<String> locks(Received<Group> message, Group group) {
        return List.of("group:" + group.groupId());
    }

    @Override
    public void handle(Received<Group> message, Group group, Work work) {
        groups.learn(group);
    }
}
