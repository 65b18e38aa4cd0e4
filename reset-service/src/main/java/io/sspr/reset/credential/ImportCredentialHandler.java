package io.sspr.reset.credential;

import io.sspr.contract.PasswordRule;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.PasswordRefused;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.request.ImportCredential;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import io.sspr.reset.account.KnownAccounts;
import io.sspr.reset.hashing.Password;
import io.sspr.reset.hashing.Phc;
import io.sspr.reset.password.Demands;
import io.sspr.reset.policy.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives accounts their first credential. */
@Component
class ImportCredentialHandler implements Handler<ImportCredential, ImportCredentialHandler.Facts> {

    /**
     * What was brought.
     *
     * @param phc the hash; absent if an initial password was not worth one
     * @param initial the initial password, if it is one and could be set at that time
     */
    record Facts(
            @Nullable Phc phc, boolean mustChange, @Nullable NewPassword initial) {}

    private final KnownAccounts accounts;
    private final Policies policies;
    private final Credentials credentials;
    private final NewPasswords newPasswords;

    ImportCredentialHandler(
            KnownAccounts accounts, Policies policies, Credentials credentials, NewPasswords newPasswords) {
        this.accounts = accounts;
        this.policies = policies;
        this.credentials = credentials;
        this.newPasswords = newPasswords;
    }

    @Override
    public Class<ImportCredential> handles() {
        return ImportCredential.class;
    }

    @Override
    public Prepared<Facts> prepare(Received<ImportCredential> message) {
        Optional<ImportDecider.Brought> brought = ImportDecider.read(message.secret(InitialCredential.class));
        if (brought.isEmpty()) return Prepared.refuse(Refusal.CREDENTIAL_INVALID);
        if (brought.get() instanceof ImportDecider.Brought.Hash hash)
            return Prepared.facts(new Facts(hash.phc(), hash.mustChange(), null));
        NewPassword initial = brought.get() instanceof ImportDecider.Brought.Initial typed
                ? initial(message.message().accountId(), typed.password())
                : null;
        return Prepared.facts(new Facts(initial == null ? null : initial.phc(), true, initial));
    }

    private @Nullable NewPassword initial(UUID accountId, Password typed) {
        Optional<Policy> policy = policies.current();
        boolean settable = accounts.find(accountId).isPresent()
                && policy.isPresent()
                && credentials.find(accountId).isEmpty();
        return settable ? newPasswords.initial(typed.text(), Demands.onImport(policy.get())) : null;
    }

    @Override
    public List<String> locks(Received<ImportCredential> message, Facts facts) {
        List<String> locks = new ArrayList<>(policies.locks());
        locks.add(awaited(message));
        return locks;
    }

    @Override
    public void handle(Received<ImportCredential> message, Facts facts, Work work) {
        UUID accountId = message.message().accountId();
        if (accounts.find(accountId).isEmpty()) {
            work.park(awaited(message), Refusal.UNKNOWN_ACCOUNT);
            return;
        }
        if (credentials.find(accountId).isPresent()) {
            work.refuse(Refusal.CREDENTIAL_EXISTS, null);
            return;
        }
        if (facts.phc() != null && facts.initial() == null)
            save(accountId, facts.phc(), facts.mustChange(), false, work);
        else setInitial(accountId, facts.initial(), work);
    }

    private void setInitial(UUID accountId, @Nullable NewPassword initial, Work work) {
        Optional<Policy> policy = policies.current();
        if (policy.isEmpty()) {
            work.park(Policies.AWAITED, Refusal.FAULT);
            return;
        }
        Demands demands = Demands.onImport(policy.get());
        if (initial == null || !initial.isPreparedFor(demands))
            throw new StaleFacts("account or rules came after the hash was not made");
        List<PasswordRule> broken = initial.broken(demands, null);
        if (!broken.isEmpty()) {
            work.publish(new PasswordRefused(accountId, null, broken));
            work.reply(new io.sspr.contract.reply.PasswordRefused(null, broken));
            return;
        }
        Phc phc = initial.phc();
        if (phc == null) throw new StaleFacts("the rules have changed");
        save(accountId, phc, true, initial.isUnchecked(demands), work);
    }

    private void save(UUID accountId, Phc phc, boolean mustChange, boolean unchecked, Work work) {
        Credential first = Credential.first(accountId, phc, mustChange, work.now());
        credentials.save(first, 0);
        work.publish(first.told(Cause.IMPORTED, null, unchecked));
        work.reply(new CredentialImported(accountId, first.version()));
    }

    private static String awaited(Received<ImportCredential> message) {
        return Asker.lock(message.message().accountId());
    }
}
