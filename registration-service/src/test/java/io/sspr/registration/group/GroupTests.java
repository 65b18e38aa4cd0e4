package io.sspr.registration.group;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Refusal;
import io.sspr.contract.reply.GroupProvisioned;
import io.sspr.contract.request.ProvisionGroup;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.GroupEntry;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Group;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.Rig;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroupTests {
    private static final Rig RIG = new Rig(true);
    private final People people = new People(RIG);
    private final String name = UUID.randomUUID().toString();

    @Test
    void aGroupIsToldOfWhenSomethingOfItIsNew() {
        Outcome first = group(name, List.of());
        assertThat(first.reply(GroupProvisioned.class).created()).isTrue();
        assertThat(first.states()).containsExactly(new Group(name, List.of()));
        Outcome same = group(name, List.of());
        assertThat(same.reply(GroupProvisioned.class).created()).isFalse();
        assertThat(same.states()).isEmpty();
        assertThat(group(name, List.of("staff", "staff")).states()).containsExactly(new Group(name, List.of("staff")));
    }

    @Test
    void idsThatNobodyCanReadAreRefused() {
        assertThat(group("a\nb", List.of()).refusal()).isEqualTo(Refusal.MALFORMED);
        assertThat(group(name, List.of(" ")).refusal()).isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void t13WhoeverIsInANestedGroupIsInTheOuterOneToo() {
        group(name + "/inner", List.of(name + "/middle"));
        group(name + "/middle", List.of(name + "/outer", name + "/inner"));
        assertThat(RIG.bean(KnownGroups.class).all(List.of(name + "/inner")))
                .containsExactlyInAnyOrder(name + "/inner", name + "/middle", name + "/outer");
        assertThat(RIG.bean(KnownGroups.class).all(List.of())).isEmpty();
    }

    @Test
    void aPersonsGroupsAndNamesAreToldOfWhenTheyChange() {
        people.provision(entry(null, null, null));
        Outcome changed = people.provision(entry(List.of("Ana"), List.of("staff"), true));
        Account account = changed.only(Account.class);
        assertThat(account.names()).containsExactly("Ana");
        assertThat(account.groups()).containsExactly("staff");
        assertThat(account.passwordElsewhere()).isTrue();
        assertThat(people.provision(entry(List.of("Ana"), List.of("staff"), true))
                        .states())
                .isEmpty();
        assertThat(people.provision(entry(List.of(), List.of(), false))
                        .only(Account.class)
                        .groups())
                .isEmpty();
        assertThat(people.provision(entry(null, List.of("a\u0000b"), null)).refusal())
                .isEqualTo(Refusal.MALFORMED);
    }

    private AccountEntry entry(
            @Nullable List<String> names, @Nullable List<String> groups, @Nullable Boolean passwordElsewhere) {
        return new AccountEntry(name, name, "en", false, null, names, groups, passwordElsewhere);
    }

    private Outcome group(String groupId, List<String> memberOf) {
        return RIG.request(new ProvisionGroup(People.SOME_SEAL), new GroupEntry(groupId, memberOf), null);
    }
}
