package io.sspr.registration.provision;

import io.sspr.contract.CanonicalLogin;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.AccountRegistered;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.request.ProvisionAccount;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.ImportedMethod;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Identity;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import io.sspr.registration.account.Accounts;
import io.sspr.registration.account.KnownAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an account known, or brings what is known of it up to date. */
@Component
class ProvisionAccountHandler implements Handler<ProvisionAccount, ProvisionAccountHandler.Facts> {

    /** The entry, its addresses if they are given, where to find it, and whose organisation's id it was when we looked. */
    record Facts(
            AccountEntry entry,
            @Nullable List<ImportedMethods.Listed> methods,
            CanonicalLogin login,
            String organisationFingerprint,
            String loginFingerprint,
            Optional<UUID> accountId) {}

    private final Accounts accounts;
    private final ImportedMethods importedMethods;

    ProvisionAccountHandler(Accounts accounts, ImportedMethods importedMethods) {
        this.accounts = accounts;
        this.importedMethods = importedMethods;
    }

    @Override
    public Class<ProvisionAccount> handles() {
        return ProvisionAccount.class;
    }

    @Override
    public Prepared<Facts> prepare(Received<ProvisionAccount> message) {
        AccountEntry entry = message.secret(AccountEntry.class);
        if (!Provisioning.isWellFormed(entry)) return Prepared.refuse(Refusal.MALFORMED);
        CanonicalLogin login = CanonicalLogin.of(entry.login()).orElse(null);
        if (login == null) return Prepared.refuse(Refusal.LOGIN_INVALID);
        List<ImportedMethod> list = entry.methods();
        Optional<Refusal> obstacle = list == null ? Optional.empty() : importedMethods.obstacle(list);
        if (obstacle.isPresent()) return Prepared.refuse(obstacle.get());
        String organisation = accounts.organisationFingerprint(entry);
        return Prepared.facts(new Facts(
                Provisioning.kept(entry),
                list == null ? null : importedMethods.listed(list),
                login,
                organisation,
                accounts.loginFingerprint(login),
                accounts.findByOrganisation(organisation).map(KnownAccount::accountId)));
    }

    @Override
    public List<String> locks(Received<ProvisionAccount> message, Facts facts) {
        List<String> locks = new ArrayList<>();
        locks.add("organisation:" + facts.organisationFingerprint());
        locks.add("login:" + facts.loginFingerprint());
        facts.accountId().map(KnownAccount::lock).ifPresent(locks::add);
        return locks;
    }

    @Override
    public void handle(Received<ProvisionAccount> message, Facts facts, Work work) {
        Optional<KnownAccount> stored = accounts.findByOrganisation(facts.organisationFingerprint());
        if (!stored.map(KnownAccount::accountId).equals(facts.accountId()))
            throw new StaleFacts("the account was provisioned meanwhile");
        Optional<UUID> owner = accounts.ownerOf(facts.loginFingerprint());
        Provisioning outcome = Provisioning.decide(stored, owner, facts.entry(), UUID.randomUUID());
        if (outcome instanceof Provisioning.Refused refused) {
            work.refuse(refused.reason(), null);
        } else if (outcome instanceof Provisioning.Unchanged unchanged) {
            bringInLine(unchanged.accountId(), facts, work);
            work.reply(new AccountProvisioned(unchanged.accountId(), false));
        } else if (outcome instanceof Provisioning.Created created) {
            accounts.add(created.account(), facts.login(), work.now());
            AccountEntry entry = created.account().entry();
            work.publish(work.newId(), new Identity(created.account().accountId(), entry.organisationId()));
            tell(created.account(), facts, true, work);
        } else if (outcome instanceof Provisioning.Changed changed) {
            accounts.change(changed.account(), facts.login(), work.now());
            tell(changed.account(), facts, false, work);
        }
    }

    private void bringInLine(UUID accountId, Facts facts, Work work) {
        List<ImportedMethods.Listed> list = facts.methods();
        if (list != null) importedMethods.bringInLine(accountId, list, work);
    }

    private void tell(KnownAccount account, Facts facts, boolean created, Work work) {
        AccountEntry entry = account.entry();
        work.publish(new AccountRegistered(account.accountId(), created));
        work.publish(
                work.newId(),
                new Account(
                        account.accountId(),
                        entry.organisationId(),
                        entry.login(),
                        facts.login().text(),
                        entry.locale(),
                        entry.administrator(),
                        entry.names() == null ? List.of() : entry.names(),
                        entry.groups() == null ? List.of() : entry.groups(),
                        entry.passwordElsewhere()));
        bringInLine(account.accountId(), facts, work);
        work.reply(new AccountProvisioned(account.accountId(), created));
    }
}
