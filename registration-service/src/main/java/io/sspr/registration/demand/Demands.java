package io.sspr.registration.demand;

import io.sspr.contract.CanonicalLogin;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.RegistrationDemanded;
import io.sspr.contract.policy.HeldKinds;
import io.sspr.contract.secret.AccountChoice;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import io.sspr.registration.account.Accounts;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.freeze.Freezes;
import io.sspr.registration.kind.Kinds;
import io.sspr.registration.method.AccountMethods;
import io.sspr.registration.method.Methods;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.policy.PersonalTerms;
import io.sspr.registration.policy.Policies;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the people here are to register or to look at. */
@Component
class Demands {
    /** The account of that login when we looked. */
    record Facts(CanonicalLogin login, Optional<UUID> accountId) {}

    private final Policies policies;
    private final PersonalTerms personalTerms;
    private final Accounts accounts;
    private final Methods methods;
    private final Kinds kinds;
    private final AskedRows rows;
    private final Freezes freezes;

    Demands(
            Policies policies,
            PersonalTerms personalTerms,
            Accounts accounts,
            Methods methods,
            Kinds kinds,
            AskedRows rows,
            Freezes freezes) {
        this.policies = policies;
        this.personalTerms = personalTerms;
        this.accounts = accounts;
        this.methods = methods;
        this.kinds = kinds;
        this.rows = rows;
        this.freezes = freezes;
    }

    Prepared<Facts> prepare(Received<?> message) {
        return CanonicalLogin.of(message.secret(AccountChoice.class).login())
                .map(login -> Prepared.facts(new Facts(login, accounts.findByLogin(login))))
                .orElseGet(() -> Prepared.refuse(Refusal.UNKNOWN_ACCOUNT));
    }

    static List<String> locks(Facts facts) {
        return facts.accountId().map(KnownAccount::lock).stream().toList();
    }

    /** The account that was meant; empty, and refused, if there is none. */
    Optional<UUID> confirmed(Facts facts, Work work) {
        if (!accounts.findByLogin(facts.login()).equals(facts.accountId()))
            throw new StaleFacts("the login went to another account");
        if (facts.accountId().isEmpty()) work.refuse(Refusal.UNKNOWN_ACCOUNT, null);
        return facts.accountId();
    }

    /** What the person is to do now, which they are asked by this; empty if there is nothing. */
    Optional<Demand> ask(UUID accountId, Work work) {
        // Nothing could be registered, and it may be a thief who is signed in.
        if (freezes.isFrozen(accountId)) return Optional.empty();
        Policy policy = policies.inForce();
        HeldKinds held = held(methods.of(accountId), policy);
        Asked before = rows.of(accountId);
        Optional<Demand> demand = RegistrationDecider.decide(
                policy, personalTerms.of(policy, accounts.find(accountId)), held, before, work.now());
        Asked after = demand.map(Demand::asked).orElseGet(() -> before.settled(!held.isEmpty()));
        if (!after.equals(before)) rows.keep(accountId, after);
        demand.filter(Demand::isNews)
                .ifPresent(news ->
                        work.publish(new RegistrationDemanded(accountId, news.reasons(), news.skippableUntil())));
        return demand;
    }

    private HeldKinds held(AccountMethods ofAccount, Policy policy) {
        List<RegisteredMethod> left =
                ofAccount.methods().stream().filter(this::isLeft).toList();
        return HeldKinds.of(policy, left, RegisteredMethod::kind, RegisteredMethod::status);
    }

    private boolean isLeft(RegisteredMethod method) {
        return kinds.of(method.kind()).codesLeft(method).orElse(1) > 0;
    }
}
