package io.sspr.registration.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeRejected;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.policy.Scope;
import io.sspr.contract.policy.ScopeRules;
import io.sspr.contract.policy.StoppedKinds;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.request.ChangePolicy;
import io.sspr.contract.request.ProvisionGroup;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.GroupEntry;
import io.sspr.contract.secret.Visit;
import io.sspr.contract.state.Policy;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RuledOutTests {
    private final Rig rig = new Rig(Presets.entra());
    private final People people = new People(rig);
    private final UUID account = people.provision();
    private final Flow flow = Flow.begin();

    @Test
    void aStoppedKindProvesNothingAndNothingIsSent() {
        people.withSms(account, "+38640123456");
        stop(MethodKind.SMS);
        Outcome known = people.start(account, MethodKind.SMS, flow);
        assertThat(People.letter(known).address()).isNull();
        Outcome unknown = people.start(UUID.randomUUID(), MethodKind.SMS, Flow.begin());
        assertThat(known.statements()).isEqualTo(unknown.statements());
        assertThat(people.prove(flow, People.letter(known).code())
                        .reply(ProofRejected.class)
                        .reason())
                .isEqualTo(Refusal.WRONG_PROOF);
    }

    @Test
    void aCodeThatWasSentBeforeItsKindWasStoppedIsWrong() {
        people.withSms(account, "+38640123456");
        String code = People.letter(people.start(account, MethodKind.SMS, flow)).code();
        stop(MethodKind.SMS);
        rig.pass(Duration.ofSeconds(10));
        assertThat(People.letter(people.resend(flow)).address()).isNull();
        assertThat(people.prove(flow, code).only(CodeRejected.class)).isNotNull();
    }

    @Test
    void aStoppedKindIsNotOnOffer() {
        assertThat(people.list(people.signedIn(account)).onOffer()).contains(MethodKind.SMS, MethodKind.EMAIL);
        stop(MethodKind.SMS);
        assertThat(people.list(people.signedIn(account)).onOffer())
                .contains(MethodKind.EMAIL)
                .doesNotContain(MethodKind.SMS, MethodKind.ADMINISTRATOR_CODE);
    }

    @Test
    void aStoppedKindVouchesForNothing() {
        people.withSms(account, "+38640123456");
        stop(MethodKind.SMS);
        assertThat(people.stepUp(people.signedIn(account), MethodKind.SMS, flow).refusal())
                .isEqualTo(Refusal.KIND_NOT_OFFERED);
        assertThat(people.registerSms(account, Flow.begin(), "+38640123457").refusal())
                .isEqualTo(Refusal.KIND_NOT_OFFERED);
    }

    @Test
    void helpfulTellsWhereACodeWentAndStrictDoesNot() {
        people.withEmail(account, "ana@example.org");
        assertThat(people.start(account, MethodKind.EMAIL, flow)
                        .reply(ChallengeReady.class)
                        .hint())
                .isEqualTo("a…a@example.org");
        rig.pass(Duration.ofSeconds(10));
        assertThat(people.resend(flow).reply(ChallengeReady.class).hint()).isEqualTo("a…a@example.org");
        People strict = new People(new Rig(true));
        UUID other = strict.provision();
        strict.withEmail(other, "ana@example.org");
        assertThat(strict.start(other, MethodKind.EMAIL, Flow.begin())
                        .reply(ChallengeReady.class)
                        .hint())
                .isNull();
    }

    @Test
    void codesLiveAsLongAsThePolicySays() {
        String code =
                People.letter(people.start(account, MethodKind.EMAIL, flow)).code();
        rig.pass(Duration.ofMinutes(5));
        assertThat(people.prove(flow, code).refusal()).isEqualTo(Refusal.EXPIRED);
    }

    @Test
    void groupsCostKnownAndUnknownPeopleTheSame() {
        Policy now = Presets.entra().inVersion(1);
        change(with(now, new ScopeRules(Scope.SELECTED, List.of("staff"), List.of("guests")), now.stopped()));
        List<String> nested = List.of("team", "section", "department", "staff");
        for (int i = 0; i + 1 < nested.size(); i++)
            rig.request(
                    new ProvisionGroup(People.SOME_SEAL),
                    new GroupEntry(nested.get(i), List.of(nested.get(i + 1))),
                    null);
        rig.request(new ProvisionGroup(People.SOME_SEAL), new GroupEntry("staff", List.of()), null);
        UUID member = people.provision(
                        new AccountEntry("member", "member", "en", false, null, null, List.of("team"), null))
                .reply(AccountProvisioned.class)
                .accountId();
        people.withEmail(member, "ana@example.org");
        // Whose rows are read in place of the unknown one's, and who is in no group.
        people.withEmail(account, "bea@example.org");
        UUID unknown = new UUID(account.getMostSignificantBits(), account.getLeastSignificantBits() - 1);
        Outcome known = people.start(member, MethodKind.EMAIL, flow);
        assertThat(People.letter(known).address()).isNotNull();
        assertThat(known.statements())
                .isEqualTo(people.start(unknown, MethodKind.EMAIL, Flow.begin()).statements());
    }

    private void stop(MethodKind kind) {
        Policy now = Presets.entra().inVersion(1);
        change(with(now, now.scope(), new StoppedKinds(List.of(kind), false)));
    }

    private void change(Policy policy) {
        UUID administrator = people.provision(new AccountEntry("chief", "chief", "en", true))
                .reply(AccountProvisioned.class)
                .accountId();
        Outcome changed = rig.request(
                new ChangePolicy(People.SOME_SEAL, policy), new Visit(null), people.signedIn(administrator));
        assertThat(changed.reply(io.sspr.contract.reply.PolicyChanged.class).version())
                .isEqualTo(2);
    }

    private static Policy with(Policy policy, ScopeRules scope, StoppedKinds stopped) {
        return new Policy(
                policy.version(),
                policy.gates(),
                policy.kinds(),
                policy.disclosure(),
                policy.passwordRules(),
                policy.methodRules(),
                scope,
                policy.administrators(),
                policy.signIn(),
                policy.registration(),
                stopped,
                policy.passwordChecks(),
                policy.limits(),
                policy.afterReset(),
                policy.notices(),
                policy.help());
    }
}
