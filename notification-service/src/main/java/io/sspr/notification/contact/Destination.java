package io.sspr.notification.contact;

import io.sspr.contract.MethodKind;
import java.util.Optional;

/** Where a message goes: exactly one mailbox or one telephone. It never prints itself. */
public sealed interface Destination permits Address, Phone {

    /** As it goes to whoever delivers it. */
    String text();

    /** Equal for all spellings that lead to the same place: for counting, never for sending. */
    String counted();

    /** How a message gets there. */
    Channel channel();

    /** The destination of a code of that kind, and of no other (SMS-07); empty if the text is none. */
    static Optional<Destination> parse(MethodKind kind, String text) {
        // What an administrator has sent goes to whichever address the person has.
        Channel channel = Channel.of(kind).orElse(text.startsWith("+") ? Channel.TEXT : Channel.MAIL);
        return parse(channel, text);
    }

    /** The destination of that channel; empty if the text is none. */
    static Optional<Destination> parse(Channel channel, String text) {
        return switch (channel) {
            case MAIL -> Address.parse(text).map(Destination.class::cast);
            case TEXT -> Phone.parse(text).map(Destination.class::cast);
        };
    }
}
