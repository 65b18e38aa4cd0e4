package io.sspr.notification.contact;

import io.sspr.contract.MethodKind;
import java.util.Optional;

/** How a message travels. */
public enum Channel {
    /** By mail. */
    MAIL,
    /** By text message. */
    TEXT;

    /** How the codes of that kind travel; empty for kinds that have no address of their own. */
    public static Optional<Channel> of(MethodKind kind) {
        return switch (kind) {
            case EMAIL -> Optional.of(MAIL);
            case SMS -> Optional.of(TEXT);
            default -> Optional.empty();
        };
    }
}
