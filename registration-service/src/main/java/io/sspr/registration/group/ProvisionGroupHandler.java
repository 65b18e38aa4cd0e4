package io.sspr.registration.group;

import io.sspr.contract.Refusal;
import io.sspr.contract.reply.GroupProvisioned;
import io.sspr.contract.request.ProvisionGroup;
import io.sspr.contract.secret.GroupEntry;
import io.sspr.contract.state.Group;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.Work;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes what provisioning says of a group; the same again tells nobody anything. */
@Component
class ProvisionGroupHandler implements Handler<ProvisionGroup, GroupEntry> {
    private final KnownGroups groups;

    ProvisionGroupHandler(KnownGroups groups) {
        this.groups = groups;
    }

    @Override
    public Class<ProvisionGroup> handles() {
        return ProvisionGroup.class;
    }

    @Override
    public Prepared<GroupEntry> prepare(Received<ProvisionGroup> message) {
        GroupEntry entry = message.secret(GroupEntry.class);
        boolean wellFormed =
                GroupIds.areWellFormed(List.of(entry.groupId())) && GroupIds.areWellFormed(entry.memberOf());
        return wellFormed
                ? Prepared.facts(new GroupEntry(
                        entry.groupId(), entry.memberOf().stream().distinct().toList()))
                : Prepared.refuse(Refusal.MALFORMED);
    }

    @Override
    public List<String> locks(Received<ProvisionGroup> message, GroupEntry entry) {
        return List.of(KnownGroups.lock(entry.groupId()));
    }

    @Override
    public void handle(Received<ProvisionGroup> message, GroupEntry entry, Work work) {
        Optional<GroupEntry> known = groups.find(entry.groupId());
        if (!known.equals(Optional.of(entry))) {
            groups.keep(entry);
            work.publish(work.newId(), new Group(entry.groupId(), entry.memberOf()));
        }
        work.reply(new GroupProvisioned(known.isEmpty()));
    }
}
