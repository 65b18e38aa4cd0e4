package io.sspr.notification.contact;

import io.sspr.contract.seal.AtRest;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Our copies of what is on the state topics: languages of accounts, and addresses, which are encrypted. */
@Component
public class Contacts {

    private static final String NO_LANGUAGE = "en";

    private final JdbcClient database;
    private final AtRest atRest;

    Contacts(JdbcClient database, AtRest atRest) {
        this.database = database;
        this.atRest = atRest;
    }

    void speaks(UUID account, String locale) {
        database.sql("""
                        insert into languages (account_id, locale) values (:account, :locale)
                        on conflict (account_id) do update set locale = excluded.locale
                        """).param("account", account).param("locale", locale).update();
    }

    void isAt(UUID method, UUID account, Address address) {
        database.sql("""
                        insert into contacts (method_id, account_id, address) values (:method, :account, :address)
                        on conflict (method_id)
                        do update set account_id = excluded.account_id, address = excluded.address
                        """)
                .param("method", method)
                .param("account", account)
                .param("address", atRest.encrypt(address.text().getBytes(StandardCharsets.UTF_8), context(method)))
                .update();
    }

    void isGone(UUID method) {
        database.sql("delete from contacts where method_id = :method")
                .param("method", method)
                .update();
    }

    /** The language of an account as a BCP 47 tag. */
    public String languageOf(UUID account) {
        return database.sql("select locale from languages where account_id = :account")
                .param("account", account)
                .query(String.class)
                .optional()
                .orElse(NO_LANGUAGE);
    }

    /** Every address of an account. */
    public List<Contact> of(UUID account) {
        return database.sql("select method_id, address from contacts where account_id = :account order by method_id")
                .param("account", account)
                .query(this::contact)
                .list();
    }

    /** The address of a method, once it has come. */
    public Optional<Address> at(UUID method) {
        return database.sql("select method_id, address from contacts where method_id = :method")
                .param("method", method)
                .query(this::contact)
                .optional()
                .map(Contact::address);
    }

    private Contact contact(ResultSet row, int number) throws SQLException {
        UUID method = row.getObject("method_id", UUID.class);
        byte[] address = atRest.decrypt(row.getBytes("address"), context(method));
        return new Contact(
                method,
                Address.parse(new String(address, StandardCharsets.UTF_8)).orElseThrow());
    }

    /** An address that was moved to another row does not decrypt. */
    private static String context(UUID method) {
        return "contact/" + method;
    }
}
