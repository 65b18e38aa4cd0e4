package io.sspr.reset.credential;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.Cause;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.request.ImportCredential;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.messaging.Handler;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import io.sspr.reset.account.KnownAccounts;
import io.sspr.reset.hashing.PasswordHasher;
import io.sspr.reset.hashing.Phc;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives accounts their first credential. */
@Component
class ImportCredentialHandler implements Handler<ImportCredential, ImportCredentialHandler.Facts> {

    /** The hash, unless an initial password was not worth hashing because it cannot be set now. */
    record Facts(@Nullable Phc phc, boolean mustChange) {}

    private final KnownAccounts accounts;
    private final Credentials credentials;
    private final PasswordHasher hasher;

    ImportCredentialHandler(KnownAccounts accounts, Credentials credentials, PasswordHasher hasher) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.hasher = hasher;
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
            return Prepared.facts(new Facts(hash.phc(), hash.mustChange()));
        UUID accountId = message.message().accountId();
        boolean settable = accounts.find(accountId).isPresent()
                && credentials.find(accountId).isEmpty();
        Phc phc = settable && brought.get() instanceof ImportDecider.Brought.Initial initial
                ? hasher.hash(initial.password())
                : null;
        return Prepared.facts(new Facts(phc, true));
    }

    @Override
    public List<String> locks(Received<ImportCredential> message, Facts facts) {
        return List.of(awaited(message));
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
        Phc phc = facts.phc();
        if (phc == null) throw new StaleFacts("the account came after the hash was not made");
        Credential first = Credential.first(accountId, phc, facts.mustChange(), work.now());
        credentials.save(first);
        work.publish(first.told(Cause.IMPORTED, null));
        work.reply(new CredentialImported(accountId, first.version()));
    }

    private static String awaited(Received<ImportCredential> message) {
        return Asker.lock(message.message().accountId());
    }
}
