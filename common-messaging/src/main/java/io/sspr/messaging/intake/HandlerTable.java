package io.sspr.messaging.intake;

import io.sspr.contract.Message;
import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.messaging.Handler;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which handler handles what; a service that would leave requests unanswered does not start. */
public final class HandlerTable {

    private final Map<MessageType, Handler<?, ?>> handlers = new HashMap<>();

    /** Throws IllegalStateException with a sentence if one is missing, or if there are two for one type. */
    public HandlerTable(Service service, Collection<? extends Handler<?, ?>> handlers) {
        for (Handler<?, ?> handler : handlers) {
            MessageType type = typeOf(handler);
            if (this.handlers.put(type, handler) != null)
                throw new IllegalStateException("There are two handlers for " + type.wireName() + ".");
            if (type.isRequest() && type.receiver() != service)
                throw new IllegalStateException(
                        type.wireName() + " is not for " + service.principal() + ", which has a handler for it.");
        }
        for (MessageType type : MessageType.values())
            if (type.isRequest() && type.receiver() == service && !this.handlers.containsKey(type))
                throw new IllegalStateException(
                        service.principal() + " has no handler for " + type.wireName() + ", which is for it.");
    }

    /** The handler of that type, if any. */
    @Nullable
    Handler<?, ?> of(MessageType type) {
        return handlers.get(type);
    }

    private static MessageType typeOf(Handler<?, ?> handler) {
        Class<? extends Message> handled = handler.handles();
        for (MessageType type : MessageType.values()) if (type.type() == handled) return type;
        throw new IllegalStateException("The contract does not have " + handled.getName() + ".");
    }
}
