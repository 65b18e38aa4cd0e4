package io.sspr.portal.account;

import io.sspr.contract.MethodKind;
import io.sspr.contract.secret.MethodView;
import io.sspr.contract.state.MethodStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A method as the list shows it, with what may be done with it.
 *
 * @param state a word of the page's texts
 * @param serves whether a reset can use it now
 * @param isDefault whether codes of its kind go there, and there are others of its kind
 * @param canChange whether its address can be another one
 * @param canPrefer whether it can become the default of its kind
 * @param canRemove whether it is the person's own
 * @param canProve whether registering it (anew) would make something of it
 * @param nextMid id of the request that makes it the default
 */
public record MethodLine(
        UUID id,
        MethodKind kind,
        @Nullable String hint,
        String state,
        String badge,
        @Nullable Instant usableFrom,
        int codesLeft,
        boolean serves,
        boolean isDefault,
        boolean canChange,
        boolean canPrefer,
        boolean canRemove,
        boolean canProve,
        UUID nextMid) {

    /** Fewer than this should be replaced before they are gone. */
    private static final int FEW_CODES = 3;

    static List<MethodLine> of(Look.Seen seen) {
        return seen.methods().stream()
                .map(method -> of(method, seen.methods(), seen.onOffer().contains(method.kind())))
                .toList();
    }

    private static MethodLine of(MethodView method, List<MethodView> all, boolean onOffer) {
        boolean own = method.status() != MethodStatus.IMPORTED;
        boolean verified = method.status() == MethodStatus.VERIFIED;
        boolean addressed = method.kind() == MethodKind.EMAIL || method.kind() == MethodKind.SMS;
        boolean empty = method.kind() == MethodKind.RECOVERY_CODE && method.codesLeft() == 0;
        boolean others = all.stream()
                .anyMatch(other -> other.kind() == method.kind()
                        && other.status() == MethodStatus.VERIFIED
                        && !other.methodId().equals(method.methodId()));
        String state = empty ? "EMPTY" : method.status().name();
        return new MethodLine(
                method.methodId(),
                method.kind(),
                method.hint(),
                state,
                badge(method, empty),
                method.usableFrom(),
                method.codesLeft(),
                serves(method),
                verified && method.preferred() && others,
                onOffer && own && addressed && method.status() != MethodStatus.LOCKED,
                verified && !method.preferred() && others,
                own,
                onOffer && (!own || method.status() == MethodStatus.LOCKED),
                UUID.randomUUID());
    }

    private static String badge(MethodView method, boolean empty) {
        return switch (method.status()) {
            case VERIFIED ->
                empty || (method.kind() == MethodKind.RECOVERY_CODE && method.codesLeft() < FEW_CODES)
                        ? "warning"
                        : "success";
            case IMPORTED -> method.preferred() ? "accent" : "warning";
            case QUARANTINED, LOCKED, REMOVED -> "warning";
        };
    }

    /** What it counts for, a word of the page's texts. */
    public String servesWord() {
        if (!serves) return state;
        return state.equals(MethodStatus.IMPORTED.name()) ? "imported" : "yes";
    }

    /** An imported one serves only where the policy says so, and then it is the preferred one of its kind. */
    static boolean serves(MethodView method) {
        return switch (method.status()) {
            case VERIFIED -> method.kind() != MethodKind.RECOVERY_CODE || method.codesLeft() > 0;
            case IMPORTED -> method.preferred();
            case QUARANTINED, LOCKED, REMOVED -> false;
        };
    }

    /** How many different kinds can still serve when that one is gone. */
    static long kindsWithout(List<MethodView> methods, UUID gone) {
        return methods.stream()
                .filter(method -> !method.methodId().equals(gone))
                .filter(MethodLine::serves)
                .map(MethodView::kind)
                .distinct()
                .count();
    }

    @Override
    public String toString() {
        return "MethodLine[hidden]";
    }
}
