package io.sspr.notification.template;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a message has to say, in no language yet. */
public sealed interface Content {

    /** When that happened which it tells of. */
    Instant at();

    /**
     * A code.
     *
     * @param code digits without spaces
     * @param at when it was asked for
     * @param until when it stops being of use
     */
    record Code(Purpose purpose, String code, Instant at, Instant until) implements Content {
        @Override
        public String toString() {
            return "Code[" + purpose + ", hidden]";
        }
    }

    /**
     * A security notice.
     *
     * @param kind the kind of method concerned, where a method is
     * @param until when a lock ends, or a new method begins to count, where it does not count at once
     * @param left how many recovery codes can be used
     * @param place from where, if that can be told
     */
    record Notice(
            Occasion occasion,
            @Nullable MethodKind kind,
            Instant at,
            @Nullable Instant until,
            @Nullable Integer left,
            @Nullable Place place)
            implements Content {

        /** One that nobody knows from where it comes. */
        public Notice(
                Occasion occasion,
                @Nullable MethodKind kind,
                Instant at,
                @Nullable Instant until,
                @Nullable Integer left) {
            this(occasion, kind, at, until, left, null);
        }

        /** One with no more to say. */
        public Notice(Occasion occasion, @Nullable MethodKind kind, Instant at) {
            this(occasion, kind, at, null, null);
        }
    }
}
