package io.sspr.notification.contact;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Undecodable;
import io.sspr.contract.seal.AtRest;
import io.sspr.contract.state.Account;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Our copy of the accounts: language, login and the organisation's id, which are encrypted, and who is an administrator. */
@Component
public class People {

    private static final String NO_LANGUAGE = "en";

    private final JdbcClient database;
    private final AtRest atRest;

    People(JdbcClient database, AtRest atRest) {
        this.database = database;
        this.atRest = atRest;
    }

    void isNow(Account account) {
        UUID id = account.accountId();
        byte[] identity = ContractJson.write(new Person(account.login(), account.organisationId()));
        database.sql("""
                        insert into people (account_id, locale, identity, administrator)
                        values (:account, :locale, :identity, :administrator)
                        on conflict (account_id) do update set
                            locale = excluded.locale,
                            identity = excluded.identity,
                            administrator = excluded.administrator
                        """)
                .param("account", id)
                .param("locale", account.locale())
                .param("identity", atRest.encrypt(identity, context(id)))
                .param("administrator", account.administrator())
                .update();
    }

    /** The language of an account as a BCP 47 tag. */
    public String languageOf(UUID account) {
        return database.sql("select locale from people where account_id = :account")
                .param("account", account)
                .query(String.class)
                .optional()
                .orElse(NO_LANGUAGE);
    }

    /** Whose account it is, once that has come. */
    public Optional<Person> of(UUID account) {
        return database.sql("select identity from people where account_id = :account and identity is not null")
                .param("account", account)
                .query(byte[].class)
                .optional()
                .map(identity -> person(account, identity));
    }

    /** Whether it is an administrator's. */
    public boolean isAdministrator(UUID account) {
        return database.sql("select exists (select 1 from people where account_id = :account and administrator)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** Accounts of administrators who have a verified mail address, at most so many, the same ones every time. */
    public List<UUID> administratorsWithMail(int most) {
        return database.sql("""
                        select account_id from people
                        where administrator and exists (
                            select 1 from contacts
                            where contacts.account_id = people.account_id
                              and channel = 'MAIL' and status = 'VERIFIED')
                        order by account_id
                        limit :most
                        """).param("most", most).query(UUID.class).list();
    }

    private Person person(UUID account, byte[] identity) {
        try {
            return ContractJson.read(atRest.decrypt(identity, context(account)), Person.class);
        } catch (Undecodable e) {
            throw new IllegalStateException("An account holds no person", e);
        }
    }

    /** An identity that was moved to another row does not decrypt. */
    private static String context(UUID account) {
        return "person/" + account;
    }
}
