package io.sspr.registration.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.PolicyChanged;
import io.sspr.contract.policy.PolicyFault;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.PolicyRefused;
import io.sspr.contract.request.ChangePolicy;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.Visit;
import io.sspr.contract.state.Policy;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangePolicyTests {
    private final Rig rig = new Rig(Rig.POLICY);
    private final People people = new People(rig);
    private final UUID administrator = people.provision(new AccountEntry("chief", "chief", "en", true))
            .reply(AccountProvisioned.class)
            .accountId();

    @Test
    void putsTheWholeDocumentInForceAndTellsEverybody() {
        Outcome changed = change(administrator, Presets.safe().inVersion(1));
        Policy next = Presets.safe().inVersion(2);
        assertThat(changed.reply(io.sspr.contract.reply.PolicyChanged.class).version())
                .isEqualTo(2);
        assertThat(changed.only(PolicyChanged.class)).isEqualTo(new PolicyChanged(administrator, next));
        assertThat(changed.states()).containsExactly(next);
        // Safe offers no text messages.
        assertThat(people.registerSms(people.provision(), Flow.begin(), "+38640123456")
                        .refusal())
                .isEqualTo(Refusal.KIND_NOT_OFFERED);
    }

    @Test
    void isForAdministrators() {
        assertThat(change(people.provision(), Rig.POLICY).refusal()).isEqualTo(Refusal.NOT_ADMINISTRATOR);
        assertThat(change(UUID.randomUUID(), Rig.POLICY).refusal()).isEqualTo(Refusal.NOT_ADMINISTRATOR);
    }

    @Test
    void isRefusedToWhoeverHasNotSeenTheOneInForce() {
        change(administrator, Presets.entra().inVersion(1));
        Outcome second = change(administrator, Rig.POLICY);
        assertThat(second.refusal()).isEqualTo(Refusal.VERSION_CONFLICT);
        assertThat(second.states()).isEmpty();
    }

    @Test
    void namesWhatIsWrongAndLeavesTheOldOneInForce() {
        Outcome refused = change(administrator, Rig.policy(721, true));
        assertThat(refused.reply(PolicyRefused.class).faults())
                .containsExactly(new PolicyFault("methodRules.quarantineHours", "must be 0 to 720"));
        assertThat(refused.events()).isEmpty();
        assertThat(rig.bean(Policies.class).inForce()).isEqualTo(Rig.POLICY);
    }

    @Test
    void isSeenByEveryInstanceAtOnce() {
        Policies other = new Policies(rig.database());
        assertThat(other.inForce().kinds()).contains(MethodKind.SMS);
        change(administrator, Presets.safe().inVersion(1));
        assertThat(other.inForce().kinds()).doesNotContain(MethodKind.SMS);
    }

    @Test
    void knowsNothingOfOneThatWasRolledBack() {
        Policies policies = rig.bean(Policies.class);
        assertThatThrownBy(() -> rig.run(List.of(), work -> {
                    policies.change(Rig.POLICY, Presets.entra().inVersion(2));
                    assertThat(policies.inForce()).isEqualTo(Presets.entra().inVersion(2));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        // Another instance gives the same version to other rules.
        new Policies(rig.database()).change(Rig.POLICY, Presets.safe().inVersion(2));
        assertThat(policies.inForce()).isEqualTo(Presets.safe().inVersion(2));
    }

    private Outcome change(UUID person, Policy policy) {
        return rig.request(new ChangePolicy(People.SOME_SEAL, policy), new Visit(null), people.signedIn(person));
    }
}
