package io.sspr.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.state.Account;
import io.sspr.contract.state.MethodStatus;
import io.sspr.notification.testing.RunningService;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactsIntegrationTests {

    private final Contacts contacts = RunningService.bean(Contacts.class);
    private final People people = RunningService.bean(People.class);
    private final UUID account = UUID.randomUUID();
    private final UUID method = UUID.randomUUID();
    private final Destination phone = Phone.parse("+386 40 123 456").orElseThrow();

    private void removedBefore(String interval) {
        contacts.isRemoved(method);
        RunningService.database()
                .sql("update contacts set removed_at = now() - :interval::interval where method_id = :method")
                .param("interval", interval)
                .param("method", method)
                .update();
        contacts.forget();
    }

    @Test
    void aRemovedAddressIsKeptForTwoDaysAndThenForgotten() {
        contacts.isAt(method, account, phone, MethodStatus.VERIFIED, null);

        removedBefore("47 hours");
        assertThat(contacts.at(method)).contains(phone);
        assertThat(contacts.of(account)).containsExactly(new Contact(method, phone, MethodStatus.REMOVED, true));

        removedBefore("49 hours");
        assertThat(contacts.at(method)).isEmpty();
    }

    @Test
    void anAddressThatCameBackIsNotForgotten() {
        contacts.isAt(method, account, phone, MethodStatus.VERIFIED, null);
        contacts.isRemoved(method);
        contacts.isAt(method, account, phone, MethodStatus.QUARANTINED, null);

        contacts.forget();

        assertThat(contacts.of(account)).containsExactly(new Contact(method, phone, MethodStatus.QUARANTINED, true));
    }

    @ParameterizedTest
    @CsvSource({
        "VERIFIED, VERIFIED, true",
        "QUARANTINED, QUARANTINED, true",
        "LOCKED, LOCKED, true",
        "VERIFIED, LOCKED, true",
        "IMPORTED, IMPORTED, false",
        "IMPORTED, LOCKED, false",
        "IMPORTED, VERIFIED, true"
    })
    void thatAnAddressWasProvenIsRememberedWhenItIsGone(MethodStatus first, MethodStatus last, boolean proven) {
        contacts.isAt(method, account, phone, first, null);
        contacts.isAt(method, account, phone, last, null);
        contacts.isRemoved(method);

        assertThat(contacts.of(account)).containsExactly(new Contact(method, phone, MethodStatus.REMOVED, proven));
        assertThat(contacts.at(method)).isEqualTo(proven ? Optional.of(phone) : Optional.empty());
    }

    @Test
    void whoAnAccountBelongsToCannotBeReadInTheDatabase() {
        people.isNow(new Account(account, "o-4711", "ana.novak", "ana.novak", "sl", false));

        assertThat(people.of(account)).contains(new Person("ana.novak", "o-4711"));
        assertThat(RunningService.database()
                        .sql("select encode(identity, 'escape') from people where account_id = :id")
                        .param("id", account)
                        .query(String.class)
                        .single())
                .doesNotContain("ana", "4711");
    }
}
