package io.sspr.portal.log;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Kafka did not take a request, or there are no keys to seal it with: nothing has happened, and it can be asked again. */
public final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final @Nullable UUID request;

    Unreachable(String message, @Nullable UUID request, Throwable cause) {
        super(message, cause);
        this.request = request;
    }

    /** Which request; absent where there is none. */
    public @Nullable UUID request() {
        return request;
    }
}
