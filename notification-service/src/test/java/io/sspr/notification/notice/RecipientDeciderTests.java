package io.sspr.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.state.MethodStatus;
import io.sspr.notification.contact.Address;
import io.sspr.notification.contact.Contact;
import io.sspr.notification.contact.Phone;
import io.sspr.notification.notice.News.Concerned;
import io.sspr.notification.notice.News.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecipientDeciderTests {

    private static Contact contact(MethodStatus status) {
        return contact(status, status != MethodStatus.IMPORTED);
    }

    private static Contact contact(MethodStatus status, boolean proven) {
        return new Contact(
                UUID.randomUUID(), Address.parse(status.name() + "@example.org").orElseThrow(), status, proven);
    }

    private static Set<MethodStatus> told(boolean importedCount, Reach reach, MethodStatus... all) {
        List<Contact> contacts = new ArrayList<>();
        for (MethodStatus status : all) contacts.add(contact(status));
        return RecipientDecider.told(contacts, importedCount, reach, null).stream()
                .map(Contact::status)
                .collect(Collectors.toSet());
    }

    @Test
    void ntf02_allProvenAddressesAreTold() {
        assertThat(told(true, Reach.CURRENT, MethodStatus.values()))
                .containsExactlyInAnyOrder(MethodStatus.VERIFIED, MethodStatus.LOCKED);
    }

    @Test
    void withoutAProvenOneThoseAreToldThatMayCount() {
        assertThat(told(true, Reach.CURRENT, MethodStatus.QUARANTINED, MethodStatus.IMPORTED, MethodStatus.REMOVED))
                .containsExactlyInAnyOrder(MethodStatus.QUARANTINED, MethodStatus.IMPORTED);
        assertThat(told(false, Reach.CURRENT, MethodStatus.QUARANTINED, MethodStatus.IMPORTED))
                .containsExactly(MethodStatus.QUARANTINED);
        assertThat(told(false, Reach.CURRENT, MethodStatus.IMPORTED)).isEmpty();
    }

    @Test
    void whoHasLostAllAddressesIsToldAtThose() {
        assertThat(told(false, Reach.CURRENT, MethodStatus.REMOVED)).containsExactly(MethodStatus.REMOVED);
        assertThat(told(false, Reach.CURRENT, MethodStatus.REMOVED, MethodStatus.IMPORTED))
                .containsExactly(MethodStatus.REMOVED);
        assertThat(told(false, Reach.CURRENT, MethodStatus.REMOVED, MethodStatus.VERIFIED))
                .containsExactly(MethodStatus.VERIFIED);
        assertThat(told(false, Reach.ALSO_REMOVED, MethodStatus.REMOVED, MethodStatus.VERIFIED))
                .containsExactlyInAnyOrder(MethodStatus.REMOVED, MethodStatus.VERIFIED);
    }

    @Test
    void ntf05_aRemovedMethodHearsOfItself() {
        Contact removed = contact(MethodStatus.REMOVED);
        Contact other = contact(MethodStatus.REMOVED);
        Contact kept = contact(MethodStatus.VERIFIED);

        assertThat(RecipientDecider.told(
                        List.of(removed, other, kept),
                        false,
                        Reach.CURRENT,
                        new Concerned(removed.methodId(), MethodKind.EMAIL, false)))
                .containsExactly(removed, kept);
    }

    @Test
    void aRemovedOneThatWasNeverProvenIsToldNothing() {
        Contact stranger = contact(MethodStatus.REMOVED, false);
        Contact kept = contact(MethodStatus.VERIFIED);
        Concerned itself = new Concerned(stranger.methodId(), MethodKind.EMAIL, false);

        assertThat(RecipientDecider.told(List.of(stranger, kept), true, Reach.CURRENT, itself))
                .containsExactly(kept);
        Contact stillImported = new Contact(stranger.methodId(), stranger.destination(), MethodStatus.IMPORTED, false);
        assertThat(RecipientDecider.told(List.of(stillImported), true, Reach.CURRENT, itself))
                .isEmpty();
        assertThat(RecipientDecider.told(List.of(stranger), true, Reach.CURRENT, null))
                .isEmpty();
        assertThat(RecipientDecider.told(List.of(stranger), true, Reach.ALSO_REMOVED, null))
                .isEmpty();
    }

    private static List<Contact> refused(boolean importedCount, Ineligibility reason, Contact... all) {
        return RecipientDecider.refused(List.of(all), importedCount, reason);
    }

    @Test
    void whyAResetCannotBeginIsToldAtProvenMailboxesOnly() {
        Contact verified = contact(MethodStatus.VERIFIED);
        Contact locked = contact(MethodStatus.LOCKED);
        Contact fresh = contact(MethodStatus.QUARANTINED);
        Contact removed = contact(MethodStatus.REMOVED);
        Contact imported = contact(MethodStatus.IMPORTED);
        Contact phone =
                new Contact(UUID.randomUUID(), Phone.parse("+38640111222").orElseThrow(), MethodStatus.VERIFIED, true);

        for (Ineligibility reason : Ineligibility.values()) {
            assertThat(refused(true, reason, verified, locked, fresh, removed, imported, phone))
                    .containsExactly(verified, locked);
            assertThat(refused(true, reason, fresh, removed, imported, phone)).containsExactly(fresh);
            assertThat(refused(true, reason, removed, phone)).isEmpty();
            assertThat(refused(true, reason, contact(MethodStatus.LOCKED, false)))
                    .isEmpty();
        }
    }

    @Test
    void whereNothingIsProvenOneImportedMailboxIsToldIfThePolicyTrustsThemAndItCanHelp() {
        Contact first = contact(MethodStatus.IMPORTED);
        Contact second = contact(MethodStatus.IMPORTED);

        for (Ineligibility reason : Ineligibility.values()) {
            boolean canHelp = reason == Ineligibility.NOT_REGISTERED || reason == Ineligibility.NOT_PROVEN;
            assertThat(refused(true, reason, first, second)).isEqualTo(canHelp ? List.of(first) : List.of());
            assertThat(refused(false, reason, first, second)).isEmpty();
        }
    }
}
