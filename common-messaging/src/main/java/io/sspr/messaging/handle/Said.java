package io.sspr.messaging.handle;

import io.sspr.contract.Refusal;
import io.sspr.messaging.outbox.OutboxRow;
import io.sspr.messaging.outbox.Told;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that one transaction has to say, collected until its end. */
final class Said {

    /** What refusals are counted by. */
    record Refused(String client, String requestType, Refusal reason) {}

    /** What handled records are counted by. */
    record Outcome(String type, String outcome) {}

    final List<Told> told = new ArrayList<>();
    final List<OutboxRow> deadLetters = new ArrayList<>();
    final List<ParkedRequest> parked = new ArrayList<>();
    final Set<String> arrived = new LinkedHashSet<>();
    final Map<Refused, Integer> refused = new LinkedHashMap<>();
    final Map<Outcome, Integer> outcomes = new LinkedHashMap<>();
    final List<Runnable> hints = new ArrayList<>();

    void count(String type, String outcome) {
        outcomes.merge(new Outcome(type, outcome), 1, Integer::sum);
    }
}
