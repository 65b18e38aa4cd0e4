package io.sspr.registration.manage;

import io.sspr.contract.CanonicalLogin;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.Removal;
import io.sspr.contract.event.ReregistrationRequired;
import io.sspr.contract.request.RequireReregistration;
import io.sspr.contract.secret.AccountChoice;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import io.sspr.registration.account.Accounts;
import io.sspr.registration.account.KnownAccount;
import io.sspr.registration.demand.AskedRows;
import io.sspr.registration.freeze.Freezes;
import io.sspr.registration.method.MethodStates;
import io.sspr.registration.method.Methods;
import io.sspr.registration.signin.SignInProofs;
import io.sspr.registration.verification.Challenges;
import io.sspr.registration.verification.Verifications;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Removes all methods of an account, and whatever was begun with them, for an administrator. */
@Component
class RequireReregistrationHandler implements Handler<RequireReregistration, RequireReregistrationHandler.Facts> {

    /** The account of that login when we looked. */
    record Facts(CanonicalLogin login, Optional<UUID> accountId) {}

    private final Accounts accounts;
    private final Methods methods;
    private final MethodStates methodStates;
    private final Verifications verifications;
    private final Challenges challenges;
    private final SignInProofs signInProofs;
    private final AskedRows askedRows;
    private final Freezes freezes;

    RequireReregistrationHandler(
            Accounts accounts,
            Methods methods,
            MethodStates methodStates,
            Verifications verifications,
            Challenges challenges,
            SignInProofs signInProofs,
            AskedRows askedRows,
            Freezes freezes) {
        this.accounts = accounts;
        this.methods = methods;
        this.methodStates = methodStates;
        this.verifications = verifications;
        this.challenges = challenges;
        this.signInProofs = signInProofs;
        this.askedRows = askedRows;
        this.freezes = freezes;
    }

    @Override
    public Class<RequireReregistration> handles() {
        return RequireReregistration.class;
    }

    @Override
    public Prepared<Facts> prepare(Received<RequireReregistration> message) {
        return CanonicalLogin.of(message.secret(AccountChoice.class).login())
                .map(login -> Prepared.facts(new Facts(login, accounts.findByLogin(login))))
                // Nobody has such a login; but who is no administrator must not hear even that.
                .orElseGet(() -> Prepared.refuse(
                        isAdministrator(message) ? Refusal.UNKNOWN_ACCOUNT : Refusal.NOT_ADMINISTRATOR));
    }

    @Override
    public List<String> locks(Received<RequireReregistration> message, Facts facts) {
        List<String> locks = new ArrayList<>();
        locks.add(KnownAccount.lock(message.signedIn().subject()));
        facts.accountId().map(KnownAccount::lock).ifPresent(locks::add);
        return locks;
    }

    @Override
    public void handle(Received<RequireReregistration> message, Facts facts, Work work) {
        if (!accounts.findByLogin(facts.login()).equals(facts.accountId()))
            throw new StaleFacts("the login went to another account");
        if (!isAdministrator(message)) work.refuse(Refusal.NOT_ADMINISTRATOR, null);
        else if (freezes.isFrozen(message.signedIn().subject())) work.refuse(Refusal.FROZEN, null);
        else if (facts.accountId().isEmpty()) work.refuse(Refusal.UNKNOWN_ACCOUNT, null);
        // A thief of an administrator's sign-in must not become the first to register there.
        else if (facts.accountId().get().equals(message.signedIn().subject())) work.refuse(Refusal.OUT_OF_ORDER, null);
        else removeAll(facts.accountId().get(), message.signedIn().subject(), work);
    }

    private void removeAll(UUID accountId, UUID administratorId, Work work) {
        methods.of(accountId).methods().forEach(method -> methodStates.drop(method, Removal.ADMINISTRATOR, work));
        // What was begun before must not become the first method of an account that has none.
        verifications.openOfAccount(accountId).forEach(open -> challenges.cutShort(open, work));
        signInProofs.forgetAllOf(accountId);
        askedRows.wantAnew(accountId);
        work.publish(new ReregistrationRequired(accountId, administratorId));
        work.reply(new io.sspr.contract.reply.ReregistrationRequired(accountId));
    }

    private boolean isAdministrator(Received<RequireReregistration> message) {
        return accounts.isAdministrator(message.signedIn().subject());
    }
}
