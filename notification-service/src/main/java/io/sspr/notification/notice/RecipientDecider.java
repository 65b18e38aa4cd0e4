package io.sspr.notification.notice;

import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.state.MethodStatus;
import io.sspr.notification.contact.Channel;
import io.sspr.notification.contact.Contact;
import io.sspr.notification.notice.News.Concerned;
import io.sspr.notification.notice.News.Reach;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** At which of its addresses the owner of an account is told (NTF-01, NTF-02). */
final class RecipientDecider {

    private static final Set<MethodStatus> PROVEN = EnumSet.of(MethodStatus.VERIFIED, MethodStatus.LOCKED);

    private static final Set<Ineligibility> IMPORTED_MAY_DO =
            EnumSet.of(Ineligibility.NOT_REGISTERED, Ineligibility.NOT_PROVEN);

    private RecipientDecider() {}

    /**
     * Those that are proven, even if they prove nothing any more; only where there is none, those that are new or, if
     * they could serve a reset, imported; and only where there is none of these either, those that were just removed: a
     * thief who removes them first shall not be alone with what comes next. One that was removed and never proven may be
     * anybody's, and a notice can freeze the account: it is never told, not even of its own removal.
     */
    static List<Contact> told(List<Contact> all, boolean importedCount, Reach reach, @Nullable Concerned method) {
        Set<MethodStatus> told = EnumSet.copyOf(PROVEN);
        if (!has(all, told)) told.add(MethodStatus.QUARANTINED);
        if (!has(all, PROVEN) && importedCount) told.add(MethodStatus.IMPORTED);
        if (!has(all, told) || reach == Reach.ALSO_REMOVED) told.add(MethodStatus.REMOVED);
        return all.stream()
                .filter(contact -> told.contains(contact.status()) || isRemovedMethod(contact, method))
                .filter(contact -> contact.proven() || !isGone(contact, method))
                .toList();
    }

    /**
     * At which of its mailboxes it is told why a reset cannot begin: those that are proven; where there is none, new ones;
     * and of an account that has nothing else one of the imported, if the policy trusts them. What is on file may be
     * another person's, who would learn of an account that is not theirs.
     */
    static List<Contact> refused(List<Contact> all, boolean importedCount, Ineligibility reason) {
        List<Contact> proven = mailboxes(all, PROVEN).filter(Contact::proven).toList();
        if (!proven.isEmpty()) return proven;
        List<Contact> fresh =
                mailboxes(all, EnumSet.of(MethodStatus.QUARANTINED)).toList();
        if (!fresh.isEmpty() || !importedCount || !IMPORTED_MAY_DO.contains(reason)) return fresh;
        return mailboxes(all, EnumSet.of(MethodStatus.IMPORTED)).limit(1).toList();
    }

    private static Stream<Contact> mailboxes(List<Contact> all, Set<MethodStatus> any) {
        return all.stream()
                .filter(contact -> contact.destination().channel() == Channel.MAIL && any.contains(contact.status()));
    }

    private static boolean has(List<Contact> all, Set<MethodStatus> any) {
        return all.stream().anyMatch(contact -> any.contains(contact.status()));
    }

    /** Its state may have come before the event that tells of it. */
    private static boolean isRemovedMethod(Contact contact, @Nullable Concerned method) {
        return contact.status() == MethodStatus.REMOVED && is(contact, method);
    }

    /** Or may be so, for its state may come after the event as well; one that is new is proven anyway. */
    private static boolean isGone(Contact contact, @Nullable Concerned method) {
        return contact.status() == MethodStatus.REMOVED || is(contact, method);
    }

    private static boolean is(Contact contact, @Nullable Concerned method) {
        return method != null && contact.methodId().equals(method.methodId());
    }
}
