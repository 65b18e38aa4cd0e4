package io.sspr.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.bench.TableCopy.Column;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TableCopyTests {

    private static final UUID PERSON = new UUID(0, 1);
    private static final UUID METHOD = new UUID(0, 2);

    private final TableCopy contacts = new TableCopy(
            "contacts",
            List.of(new Column("method_id", "uuid"), new Column("account_id", "uuid"), new Column("address", "bytea")));

    @Test
    void givesEachOfTheOthersIdsOfItsOwnAndKeepsTheRest() {
        assertThat(contacts.insert(List.of(PERSON, METHOD), 3))
                .startsWith(
                        "insert into contacts (method_id, account_id, address) select case t.method_id when '" + PERSON)
                .contains("when '" + METHOD + "' then md5('" + METHOD + " ' || i)::uuid", ", t.address from contacts t")
                .contains("generate_series(1, 3)")
                .endsWith("where t.method_id in ('" + PERSON + "', '" + METHOD + "') or t.account_id in ('" + PERSON
                        + "', '" + METHOD + "')");
    }

    @Test
    void givesFingerprintsOfTheSameLengthInBytesOrText() {
        TableCopy accounts = new TableCopy(
                "accounts",
                List.of(
                        new Column("account_id", "uuid"),
                        new Column("login_hmac", "text"),
                        new Column("other_hmac", "bytea")));
        assertThat(accounts.insert(List.of(PERSON), 1))
                .contains("length(t.login_hmac)), substr(sha256(", "length(t.other_hmac)) from accounts");
    }

    @Test
    void passesOverTablesThatNameNobody() {
        assertThat(contacts.hasIds()).isTrue();
        assertThat(new TableCopy("positions", List.of(new Column("topic", "text"))).hasIds())
                .isFalse();
    }
}
