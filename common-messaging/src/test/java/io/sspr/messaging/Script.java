package io.sspr.messaging;

import io.sspr.contract.Message;
import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.contract.event.ResetCancelled;
import io.sspr.contract.request.Request;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the handlers of a service under test do, changed by the test while they run. */
final class Script {

    /** What a handler does within the transaction. */
    @FunctionalInterface
    interface Deed {
        void run(Received<?> message, Object facts, Work work);
    }

    private final Map<MessageType, Deed> deeds = new ConcurrentHashMap<>();
    private final Map<MessageType, Function<Received<?>, Prepared<Object>>> preparations = new ConcurrentHashMap<>();
    private final Map<MessageType, Function<Received<?>, List<String>>> locks = new ConcurrentHashMap<>();
    final List<Received<?>> handled = new CopyOnWriteArrayList<>();

    Script() {
        reset();
    }

    /** Cancelling tells an event of the flow and answers; all else does nothing. */
    void reset() {
        deeds.clear();
        preparations.clear();
        locks.clear();
        handled.clear();
        on(MessageType.CANCEL_RESET, (message, work) -> cancelled(message, work));
    }

    static void cancelled(Received<?> message, Work work) {
        UUID flow = flow(message);
        work.publish(new ResetCancelled(flow, null));
        work.reply(new io.sspr.contract.reply.ResetCancelled(flow));
    }

    static UUID flow(Received<?> message) {
        UUID flow = message.message() instanceof Request request ? request.flow() : null;
        if (flow == null) throw new AssertionError("a request with a flow was expected");
        return flow;
    }

    void on(MessageType type, BiConsumer<Received<?>, Work> deed) {
        onFacts(type, (message, facts, work) -> deed.accept(message, work));
    }

    void onFacts(MessageType type, Deed deed) {
        deeds.put(type, deed);
    }

    void prepare(MessageType type, Function<Received<?>, Prepared<Object>> preparation) {
        preparations.put(type, preparation);
    }

    void lock(MessageType type, Function<Received<?>, List<String>> names) {
        locks.put(type, names);
    }

    long handled(UUID id) {
        return handled.stream().filter(message -> message.id().equals(id)).count();
    }

    /** Handlers for all requests of a service and what else it handles. */
    List<Handler<?, ?>> handlers(Service service, MessageType... others) {
        Map<MessageType, Handler<?, ?>> handlers = new EnumMap<>(MessageType.class);
        for (MessageType type : MessageType.values())
            if (type.isRequest() && type.receiver() == service) handlers.put(type, new Scripted<>(type, type.type()));
        for (MessageType type : others) handlers.put(type, new Scripted<>(type, type.type()));
        return new ArrayList<>(handlers.values());
    }

    private final class Scripted<M extends Message> implements Handler<M, Object> {

        private final MessageType type;
        private final Class<M> handles;

        Scripted(MessageType type, Class<M> handles) {
            this.type = type;
            this.handles = handles;
        }

        @Override
        public Class<M> handles() {
            return handles;
        }

        @Override
        public Prepared<Object> prepare(Received<M> message) {
            Function<Received<?>, Prepared<Object>> preparation = preparations.get(type);
            return preparation == null ? Prepared.facts("") : preparation.apply(message);
        }

        @Override
        public List<String> locks(Received<M> message, Object facts) {
            Function<Received<?>, List<String>> names = locks.get(type);
            return names == null ? List.of() : names.apply(message);
        }

        @Override
        public void handle(Received<M> message, Object facts, Work work) {
            @Nullable Deed deed = deeds.get(type);
            if (deed != null) deed.run(message, facts, work);
            handled.add(message);
        }
    }
}
