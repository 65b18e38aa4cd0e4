package io.sspr.registration.rig;

import io.sspr.contract.Message;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.Event;
import io.sspr.contract.internal.Internal;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.state.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that handling one message told, in order. */
public final class Outcome {

    /** Something that was told; replies go to the request that the message being handled is, or names. */
    public record Told(@Nullable UUID id, Message message) {}

    final List<Told> told = new ArrayList<>();
    final List<String> arrived = new ArrayList<>();

    @Nullable
    String parkedFor;

    /** How many SQL statements it took. */
    int statements;

    /** How many rows were read. */
    int rows;

    /** Everything, in order. */
    public List<Told> told() {
        return told;
    }

    /** How many SQL statements it took. */
    public int statements() {
        return statements;
    }

    /** How many rows were read. */
    public int rows() {
        return rows;
    }

    /** What parked requests wait for and is here now. */
    public List<String> arrived() {
        return arrived;
    }

    /** What the request waits for. */
    public @Nullable String parkedFor() {
        return parkedFor;
    }

    /** The events. */
    public List<Event> events() {
        return all(Event.class);
    }

    /** The states. */
    public List<State> states() {
        return all(State.class);
    }

    /** The one reply. */
    public <R extends Reply> R reply(Class<R> type) {
        return only(type, all(Reply.class));
    }

    /** Whether there is any. */
    public boolean hasReply() {
        return !all(Reply.class).isEmpty();
    }

    /** Why it was refused. */
    public Refusal refusal() {
        return reply(RequestRefused.class).reason();
    }

    /** From when it would not have been. */
    public @Nullable Instant retryAt() {
        return reply(RequestRefused.class).retryAt();
    }

    /** The one message of that type. */
    public <M extends Message> M only(Class<M> type) {
        return only(type, all(type));
    }

    /** Id of the one message of that type, to open its seal with. */
    public UUID idOf(Class<? extends Message> type) {
        List<UUID> ids = new ArrayList<>();
        for (Told one : told) if (type.isInstance(one.message()) && one.id() != null) ids.add(one.id());
        if (ids.size() != 1) throw new AssertionError("not one " + type.getSimpleName() + " but " + ids.size());
        return ids.get(0);
    }

    /** The internal messages. */
    public List<Internal> internals() {
        return all(Internal.class);
    }

    private <M> List<M> all(Class<M> type) {
        return told.stream()
                .map(Told::message)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static <M> M only(Class<M> type, List<?> found) {
        if (found.size() != 1 || !type.isInstance(found.get(0)))
            throw new AssertionError("not one " + type.getSimpleName() + " but " + found);
        return type.cast(found.get(0));
    }
}
