package io.sspr.contract.event;

import io.sspr.contract.About;
import io.sspr.contract.Length;
import io.sspr.contract.Refusal;
import java.time.Instant;
import java.util.UUID;

/** So many requests of this type were refused in this minute for this reason. */
@About("So many requests of this type were refused in this minute for this reason.")
public record RequestsRefused(
        UUID tallyId,
        @Length(max = 64) String client,
        @About("wire name, or unknown") @Length(max = 64) String requestType,
        Refusal reason,
        int count,
        Instant minute)
        implements Event {

    @Override
    public UUID subject() {
        return tallyId;
    }
}
