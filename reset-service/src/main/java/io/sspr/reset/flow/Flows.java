package io.sspr.reset.flow;

import io.sspr.contract.Refusal;
import io.sspr.contract.request.Request;
import io.sspr.messaging.Received;
import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import io.sspr.reset.account.Asker;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the reset that a request goes on with; waits for it if it is still on its way. */
@Component
class Flows {

    private final Resets resets;

    Flows(Resets resets) {
        this.resets = resets;
    }

    /** What its flow is called, as a lock and as what others wait for. */
    static String name(Received<? extends Request> message) {
        return "flow:" + message.sender() + ":" + flow(message);
    }

    static UUID flow(Received<? extends Request> message) {
        return Objects.requireNonNull(message.message().flow(), "every step of a reset names its flow");
    }

    /** Which reset the request is about, if it has begun; never changes once it has. */
    Optional<Resets.Whose> prepare(Received<? extends Request> message) {
        return resets.whose(message.sender(), flow(message));
    }

    /** The flow, for what it is waiting for; the account, for all that is decided. */
    List<String> locks(Received<? extends Request> message, Optional<Resets.Whose> whose) {
        List<String> locks = new ArrayList<>();
        locks.add(name(message));
        whose.ifPresent(found -> locks.add(Asker.lock(found.askerId())));
        return locks;
    }

    /** The reset as it is now; empty if the request was put aside to wait for it. */
    Optional<Reset> find(Received<? extends Request> message, Optional<Resets.Whose> whose, Work work) {
        if (whose.isPresent()) return Optional.of(resets.get(whose.get().resetId()));
        if (prepare(message).isPresent()) throw new StaleFacts("the flow has begun");
        work.park(name(message), Refusal.UNKNOWN_FLOW);
        return Optional.empty();
    }
}
