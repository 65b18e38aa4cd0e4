package io.sspr.messaging.handle;

import io.sspr.contract.Refusal;
import io.sspr.contract.event.Event;
import io.sspr.contract.internal.Internal;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.state.State;
import io.sspr.messaging.Origin;
import io.sspr.messaging.Work;
import io.sspr.messaging.intake.Judged;
import io.sspr.messaging.intake.RequestHead;
import io.sspr.messaging.intake.Trail;
import io.sspr.messaging.outbox.Outbox;
import io.sspr.messaging.outbox.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a handler says of one message, or a timer of none; the timer may know which one caused it earlier. */
final class Telling implements Work {

    private final Speaker speaker;
    private final Outbox outbox;
    private final Duration parkTime;
    private final Said said;
    private final Instant now;
    private final Trail trail;
    private final @Nullable Judged about;
    private final @Nullable ParkedRequest parkedBefore;

    Telling(
            Speaker speaker,
            Outbox outbox,
            Duration parkTime,
            Said said,
            Instant now,
            Judged about,
            @Nullable ParkedRequest parkedBefore) {
        this(speaker, outbox, parkTime, said, now, about.trail(), about, parkedBefore);
    }

    Telling(Speaker speaker, Outbox outbox, Duration parkTime, Said said, Instant now, Origin origin) {
        this(speaker, outbox, parkTime, said, now, Trail.of(origin), null, null);
    }

    private Telling(
            Speaker speaker,
            Outbox outbox,
            Duration parkTime,
            Said said,
            Instant now,
            Trail trail,
            @Nullable Judged about,
            @Nullable ParkedRequest parkedBefore) {
        this.speaker = speaker;
        this.outbox = outbox;
        this.parkTime = parkTime;
        this.said = said;
        this.now = now;
        this.trail = trail;
        this.about = about;
        this.parkedBefore = parkedBefore;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public UUID newId() {
        return speaker.newId();
    }

    @Override
    public void publish(Event event) {
        tell(speaker.event(event, trail, now));
    }

    @Override
    public void publish(UUID id, State state) {
        tell(speaker.state(id, state, trail, now));
    }

    @Override
    public void send(UUID id, Internal message) {
        tell(speaker.internal(id, message, trail, now));
    }

    @Override
    public void reply(Reply reply) {
        RequestHead request = request("answer");
        replyTo(request.client(), request.id(), reply);
    }

    @Override
    public void replyTo(String client, UUID request, Reply reply) {
        tell(speaker.reply(client, request, reply, trail, now));
    }

    @Override
    public void refuse(Refusal reason, @Nullable Instant retryAt) {
        RequestHead request = request("refuse");
        said.refused.merge(new Said.Refused(request.client(), request.typeName(), reason), 1, Integer::sum);
        reply(new RequestRefused(request.flow(), reason, retryAt));
    }

    void expire() {
        reply(new RequestExpired(request("expire").flow()));
    }

    @Override
    public void park(String awaited, Refusal otherwise) {
        request("park");
        if (about == null) return;
        ParkedRequest parked = ParkedRequest.of(awaited, otherwise, about.record(), parkedBefore, now, parkTime);
        if (parked == null) refuse(otherwise, null);
        else said.parked.add(parked);
    }

    @Override
    public void arrived(String awaited) {
        said.arrived.add(awaited);
    }

    @Override
    public void afterCommit(Runnable hint) {
        said.hints.add(hint);
    }

    private void tell(Told message) {
        // Here, so that the blame is on the message that made it.
        outbox.check(message.row());
        said.told.add(message);
    }

    private RequestHead request(String deed) {
        if (about == null || about.request() == null) throw new IllegalStateException("there is no request to " + deed);
        return about.request();
    }
}
