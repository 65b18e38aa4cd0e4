package io.sspr.portal.account;

import io.sspr.contract.MethodKind;
import io.sspr.contract.secret.MethodView;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.Trouble;
import java.util.List;

/** What came of looking for somebody's methods. */
sealed interface Look {

    /**
     * There they are.
     *
     * @param onOffer kinds that the person can add
     */
    record Seen(List<MethodView> methods, List<MethodKind> onOffer) implements Look {
        public Seen {
            methods = List.copyOf(methods);
            onOffer = List.copyOf(onOffer);
        }

        @Override
        public String toString() {
            return "Seen[hidden]";
        }
    }

    /** They are on their way. */
    record Awaited(Pending pending) implements Look {}

    /** They are not to be seen. */
    record Refused(Trouble trouble) implements Look {}
}
