package io.sspr.portal.account;

import io.sspr.contract.MethodKind;
import io.sspr.contract.secret.MethodView;
import io.sspr.contract.state.MethodStatus;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must be proven before a change, as the contract says it; the services decide, we only ask in time. */
final class Strength {

    private Strength() {}

    /** From weak to strong. */
    static int of(MethodKind kind) {
        return switch (kind) {
            case AUTHENTICATOR_APP -> 4;
            case RECOVERY_CODE -> 3;
            case SMS -> 2;
            case EMAIL -> 1;
            case ADMINISTRATOR_CODE -> 0;
        };
    }

    /** Kinds that can be proven now, the strongest first. */
    static List<MethodKind> provable(List<MethodView> methods) {
        return methods.stream()
                .filter(method -> method.status() == MethodStatus.VERIFIED)
                .filter(method -> method.kind() != MethodKind.RECOVERY_CODE || method.codesLeft() > 0)
                .map(MethodView::kind)
                .distinct()
                .sorted(Comparator.comparingInt(Strength::of).reversed())
                .toList();
    }

    /** Those that will do: to change what is there only the strongest, to add something any. */
    static List<MethodKind> enough(List<MethodView> methods, boolean change) {
        List<MethodKind> provable = provable(methods);
        return change ? provable.stream().limit(1).toList() : provable;
    }

    /** Whether a proof is wanted first. */
    static boolean isProofNeeded(List<MethodView> methods, @Nullable MethodKind proven, boolean change) {
        List<MethodKind> provable = provable(methods);
        if (provable.isEmpty()) return false;
        return proven == null || (change && of(proven) < of(provable.get(0)));
    }

    /** Whether there is something of the person's own that nothing can be proven with: then nothing can be changed. */
    static boolean isStuck(List<MethodView> methods) {
        return provable(methods).isEmpty()
                && methods.stream().anyMatch(method -> method.status() != MethodStatus.IMPORTED);
    }

    /** Whether to register that takes the place of something that is there: then it is a change. */
    static boolean isChange(List<MethodView> methods, MethodKind kind, boolean replaces) {
        return replaces
                || (kind == MethodKind.RECOVERY_CODE
                        && methods.stream().anyMatch(method -> method.kind() == MethodKind.RECOVERY_CODE));
    }
}
