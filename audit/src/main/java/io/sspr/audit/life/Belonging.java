package io.sspr.audit.life;

import io.sspr.audit.finding.FindingCode;
import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Each event stands on its topic, under its key, from its writer, and is no older than its record. */
final class Belonging {

    private static final Map<String, Service> WRITERS = Map.of(
            Topics.events(Service.REGISTRATION),
            Service.REGISTRATION,
            Topics.events(Service.RESET),
            Service.RESET,
            Topics.PASSWORD_EVENTS,
            Service.RESET,
            Topics.events(Service.NOTIFICATION),
            Service.NOTIFICATION);

    private Belonging() {}

    static void check(Told told, Event event, String key, long timestamp, Judge judge) {
        String topic = told.place().topic();
        List<String> wrong = new ArrayList<>();
        MessageType type = MessageType.of(event);
        if (!type.topic().orElse(topic).equals(topic))
            wrong.add("its topic is " + type.topic().orElse(""));
        Service writer = WRITERS.get(topic);
        if (writer != null && !writer.principal().equals(told.envelope().source()))
            wrong.add("it is not from " + writer.principal());
        String subject = event.subject().toString();
        if (!subject.equals(key)) wrong.add("its key is not " + subject);
        if (!subject.equals(told.envelope().subject())) wrong.add("its ce_subject is not " + subject);
        if (event.resetId() != null && !event.resetId().equals(told.envelope().resetId()))
            wrong.add("its ce_resetid is not " + event.resetId());
        if (!wrong.isEmpty()) judge.add(FindingCode.EVENT_MISPLACED, told, String.join(", ", wrong));
        if (told.isAfter(Instant.ofEpochMilli(timestamp)))
            judge.add(
                    FindingCode.TIME_IMPLAUSIBLE,
                    told,
                    "it happened at " + told.at() + ", says it, and its record is of "
                            + Instant.ofEpochMilli(timestamp));
    }
}
