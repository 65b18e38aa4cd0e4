package io.sspr.bench;

import io.sspr.client.Asked;
import io.sspr.client.FrontEnd;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Service;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.ImportedMethod;
import io.sspr.contract.secret.InitialCredential;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes people known, each with a mail address on file and a password, by the requests of any directory. */
final class People {

    private static final int AT_ONCE = 200;

    private final BenchSystem system;
    private final FrontEnd directory;

    People(BenchSystem system, FrontEnd directory) {
        this.system = system;
        this.directory = directory;
    }

    /** Returns when every service knows all of them. */
    List<Account> provision(int count, String phc) throws Exception {
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < count; i++) accounts.add(new Account(String.format(Locale.ROOT, "person-%07d", i)));
        each(
                accounts,
                account -> directory.provision(entry(account)),
                AccountProvisioned.class,
                (account, reply) -> account.known(reply.accountId()));
        // A reset for somebody who is not known there yet looks like any other, but no mail comes.
        await(Service.RESET, "select count(*) from known_accounts", count);
        await(Service.RESET, "select count(*) from known_methods", count);
        await(Service.NOTIFICATION, "select count(*) from contacts", count);
        await(Service.NOTIFICATION, "select count(*) from people", count);
        each(
                accounts,
                account -> directory.importCredential(
                        Objects.requireNonNull(account.id()), new InitialCredential(phc, null, false)),
                CredentialImported.class,
                (account, reply) -> {});
        system.awaitQuiet();
        return accounts;
    }

    private static AccountEntry entry(Account account) {
        return new AccountEntry(
                account.login(),
                account.login(),
                "en",
                false,
                List.of(new ImportedMethod(MethodKind.EMAIL, account.address())));
    }

    private void await(Service service, String query, long wanted) throws SQLException, InterruptedException {
        while (system.count(service, query) < wanted) TimeUnit.MILLISECONDS.sleep(20);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what went wrong is kept
    private static <R extends Reply> void each(
            List<Account> accounts, Function<Account, Asked> ask, Class<R> expected, BiConsumer<Account, R> then)
            throws InterruptedException {
        Semaphore free = new Semaphore(AT_ONCE);
        AtomicReference<@Nullable String> failure = new AtomicReference<>();
        for (Account account : accounts) {
            free.acquire();
            ask.apply(account).answer().whenComplete((envelope, fault) -> {
                if (fault != null) failure.set(fault.toString());
                else if (!expected.isInstance(envelope.message())) failure.set("answered " + envelope.message());
                else then.accept(account, expected.cast(envelope.message()));
                free.release();
            });
        }
        free.acquire(AT_ONCE);
        String failed = failure.get();
        if (failed != null) throw new IllegalStateException("somebody could not be made known: " + failed);
    }
}
