package io.sspr.notification.notice;

import io.sspr.contract.state.MethodStatus;
import io.sspr.notification.contact.Contact;
import io.sspr.notification.notice.News.Concerned;
import io.sspr.notification.notice.News.Reach;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** At which of its addresses the owner of an account is told (NTF-01, NTF-02). */
final class RecipientDecider {

    private static final Set<MethodStatus> PROVEN = EnumSet.of(MethodStatus.VERIFIED, MethodStatus.LOCKED);

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
