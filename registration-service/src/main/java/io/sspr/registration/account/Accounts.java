package io.sspr.registration.account;

import io.sspr.contract.CanonicalLogin;
import io.sspr.contract.ContractJson;
import io.sspr.contract.Undecodable;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.registration.protection.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts, found by our id, the organisation's id or the canonical login. */
@Component
public class Accounts {

    private final JdbcClient database;
    private final Vault vault;

    Accounts(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** The account of that id. */
    public Optional<KnownAccount> find(UUID accountId) {
        return database.sql("SELECT account_id, entry_encrypted FROM accounts WHERE account_id = :id")
                .param("id", accountId)
                .query((row, number) -> read(row.getObject("account_id", UUID.class), row.getString("entry_encrypted")))
                .optional();
    }

    /** Whether that is an administrator's account. */
    public boolean isAdministrator(UUID accountId) {
        return find(accountId)
                .filter(account -> account.entry().administrator())
                .isPresent();
    }

    /** The account of that id of the organisation, by its fingerprint. */
    public Optional<KnownAccount> findByOrganisation(String organisationFingerprint) {
        return database.sql("SELECT account_id, entry_encrypted FROM accounts WHERE organisation_hmac = :organisation")
                .param("organisation", organisationFingerprint)
                .query((row, number) -> read(row.getObject("account_id", UUID.class), row.getString("entry_encrypted")))
                .optional();
    }

    /** The account of that login. */
    public Optional<UUID> findByLogin(CanonicalLogin login) {
        return ownerOf(loginFingerprint(login));
    }

    /** The account of that login, by its fingerprint. */
    public Optional<UUID> ownerOf(String loginFingerprint) {
        return database.sql("SELECT account_id FROM accounts WHERE login_hmac = :login")
                .param("login", loginFingerprint)
                .query(UUID.class)
                .optional();
    }

    /** Keeps a new one. */
    public void add(KnownAccount account, CanonicalLogin login, Instant now) {
        database.sql("""
                        INSERT INTO accounts
                            (account_id, organisation_hmac, login_hmac, entry_encrypted, created_at, changed_at)
                        VALUES (:id, :organisation, :login, :entry, :now, :now)""")
                .param("id", account.accountId())
                .param("organisation", organisationFingerprint(account.entry()))
                .param("login", loginFingerprint(login))
                .param("entry", conceal(account))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps what is known now. */
    public void change(KnownAccount account, CanonicalLogin login, Instant now) {
        database.sql("""
                        UPDATE accounts SET login_hmac = :login, entry_encrypted = :entry, changed_at = :now
                        WHERE account_id = :id""")
                .param("id", account.accountId())
                .param("login", loginFingerprint(login))
                .param("entry", conceal(account))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** To find it by the organisation's id. */
    public String organisationFingerprint(AccountEntry entry) {
        return vault.fingerprint(entry.organisationId(), "organisation");
    }

    /** To find it by its login. */
    public String loginFingerprint(CanonicalLogin login) {
        return vault.fingerprint(login.text(), "login");
    }

    private String conceal(KnownAccount account) {
        String json = new String(ContractJson.write(account.entry()), StandardCharsets.UTF_8);
        return vault.conceal(json, place(account.accountId()));
    }

    private KnownAccount read(UUID accountId, String concealed) {
        byte[] json = vault.reveal(concealed, place(accountId)).getBytes(StandardCharsets.UTF_8);
        try {
            return new KnownAccount(accountId, ContractJson.read(json, AccountEntry.class));
        } catch (Undecodable e) {
            throw new IllegalStateException("a stored account entry cannot be read", e);
        }
    }

    private static String place(UUID accountId) {
        return "entry/" + accountId;
    }
}
