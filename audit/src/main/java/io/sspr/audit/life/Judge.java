package io.sspr.audit.life;

import io.sspr.audit.finding.Finding;
import io.sspr.audit.finding.FindingCode;
import io.sspr.audit.finding.Sink;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what was found of one key. */
final class Judge {

    private final @Nullable UUID accountId;
    private final Sink sink;

    Judge(@Nullable UUID accountId, Sink sink) {
        this.accountId = accountId;
        this.sink = sink;
    }

    void add(FindingCode code, Told told, String sentence) {
        add(code, told, told.envelope().resetId(), sentence);
    }

    void add(FindingCode code, Told told, @Nullable UUID resetId, String sentence) {
        sink.found(new Finding(code, told.place(), told.at(), accountId, resetId, sentence));
    }
}
