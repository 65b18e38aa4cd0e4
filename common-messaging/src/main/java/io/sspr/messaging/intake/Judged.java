package io.sspr.messaging.intake;

import io.sspr.contract.Refusal;
import io.sspr.messaging.wire.RawRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record and what is to be done about it.
 *
 * @param record as it came
 * @param request if it came on a request topic with an id to answer under
 * @param trail what its consequences inherit
 * @param verdict what is to be done
 */
public record Judged(RawRecord record, @Nullable RequestHead request, Trail trail, Verdict verdict) {

    /** The same record, given up. */
    public Judged buried(Refusal reason) {
        return new Judged(record, request, trail, new Verdict.Bury(reason));
    }
}
