package io.sspr.registration.manage;

import io.sspr.contract.Purpose;
import io.sspr.contract.secret.MethodList;
import io.sspr.contract.secret.MethodView;
import io.sspr.registration.kind.Kind;
import io.sspr.registration.kind.Kinds;
import io.sspr.registration.method.AccountMethods;
import io.sspr.registration.method.RegisteredMethod;
import io.sspr.registration.method.Serving;
import io.sspr.registration.policy.Policies;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Methods as their owner sees them. */
@Component
class MethodViews {

    /** As many as fit into one seal; of one's own there are not as many that count. */
    private static final int MOST = 16;

    private final Kinds kinds;
    private final Policies policies;

    MethodViews(Kinds kinds, Policies policies) {
        this.kinds = kinds;
        this.policies = policies;
    }

    MethodList of(AccountMethods ofAccount, Instant now) {
        Serving serving = new Serving(policies.inForce().methodRules().importedCount(), now);
        List<MethodView> views = ofAccount.methods().stream()
                .filter(method -> method.kind().isRegistered())
                .limit(MOST)
                .map(method -> view(method, ofAccount, serving))
                .toList();
        return new MethodList(views, policies.onOffer());
    }

    private MethodView view(RegisteredMethod method, AccountMethods ofAccount, Serving serving) {
        Kind kind = kinds.of(method.kind());
        return new MethodView(
                method.methodId(),
                method.kind(),
                method.status(),
                kind.hint(method),
                ofAccount
                        .serving(method.kind(), Purpose.RESET, serving)
                        .filter(method::equals)
                        .isPresent(),
                method.usableFrom(),
                kind.codesLeft(method).orElse(0));
    }
}
