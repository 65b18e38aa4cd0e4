package io.sspr.registration.verification;

import io.sspr.messaging.StaleFacts;
import io.sspr.messaging.Work;
import io.sspr.registration.flow.FlowName;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends what is open of a reset that has ended, and remembers the reset for what is still on its way. */
@Component
class ResetEndings {

    private final Verifications verifications;
    private final EndedResets endedResets;
    private final Challenges challenges;

    ResetEndings(Verifications verifications, EndedResets endedResets, Challenges challenges) {
        this.verifications = verifications;
        this.challenges = challenges;
        this.endedResets = endedResets;
    }

    List<FlowName> flowsOf(UUID resetId) {
        return verifications.openOf(resetId).stream().map(Verification::flow).toList();
    }

    List<String> locks(UUID resetId, List<FlowName> flows) {
        List<String> locks = new ArrayList<>(flows.stream().map(FlowName::lock).toList());
        locks.add(EndedResets.lock(resetId));
        return locks;
    }

    void end(UUID resetId, List<FlowName> locked, Work work) {
        endedResets.add(resetId, work.now());
        for (Verification verification : verifications.openOf(resetId)) {
            if (!locked.contains(verification.flow())) throw new StaleFacts("a verification of the reset began");
            challenges.cutShort(verification, work);
        }
    }
}
