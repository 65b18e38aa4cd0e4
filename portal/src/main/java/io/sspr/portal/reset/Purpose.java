package io.sspr.portal.reset;

import io.sspr.contract.MessageType;
import java.util.Locale;

/** What somebody who cannot sign in wants. */
public enum Purpose {

    /** A new password for a forgotten one. */
    RESET(MessageType.REQUEST_RESET),
    /** An account unlocked whose password they know. */
    UNLOCK(MessageType.REQUEST_UNLOCK);

    private final MessageType request;

    Purpose(MessageType request) {
        this.request = request;
    }

    /** What begins it. */
    public MessageType request() {
        return request;
    }

    /** Its pages stand below this. */
    public String path() {
        return "/" + name().toLowerCase(Locale.ROOT);
    }

    /** By the first part of a path. */
    static Purpose at(String segment) {
        return valueOf(segment.toUpperCase(Locale.ROOT));
    }
}
