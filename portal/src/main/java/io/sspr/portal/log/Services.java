package io.sspr.portal.log;

import io.sspr.client.FrontEndSettings;
import io.sspr.client.KeySets;
import io.sspr.client.KeysMissing;
import io.sspr.client.Person;
import io.sspr.client.ReplyReader;
import io.sspr.client.RequestWriter;
import io.sspr.contract.MessageType;
import io.sspr.contract.Service;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.request.Request;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The services behind Kafka, as the pages see them: ask, and look for the reply. */
public final class Services implements AutoCloseable {

    /** A page that is there this soon needs no page that says "please wait". */
    private static final Duration SOON = Duration.ofMillis(700);

    private final KeySets keySets;
    private final Replies replies;
    private final ReplyReader reader;
    private final RequestWriter writer;
    private final Duration patience;
    private final String client;

    /** Connects; returns when it has read what was answered in the last minutes, so that nobody's flow is lost by a restart. */
    public Services(FrontEndSettings settings, Replies replies, Clock clock) {
        this.keySets = new KeySets(settings.anchorThumbprint());
        this.replies = replies;
        this.patience = settings.patience();
        this.client = settings.client();
        this.reader = new ReplyReader(settings, replies, keySets, Replies.REMEMBERED);
        this.writer = new RequestWriter(settings, keySets, clock);
        reader.start();
    }

    /** The name that the services know us by. */
    public String client() {
        return client;
    }

    /**
     * Seals for one request what the browser did not.
     *
     * @throws Unreachable if the service has published no keys
     */
    public Sealed seal(MessageType type, UUID request, @Nullable UUID flow, Secret content) {
        try {
            return writer.seal(type, request, flow, content);
        } catch (KeysMissing e) {
            throw new Unreachable("There is nothing to seal " + type.wireName() + " with", request, e);
        }
    }

    /**
     * The newest genuine key set of a service, a compact JWS, for browsers to check and to seal with.
     *
     * @throws Unreachable if it has published none
     */
    public String keySet(Service service) {
        try {
            return keySets.jws(service, patience);
        } catch (KeysMissing e) {
            throw new Unreachable("There is no key set of " + service.principal(), null, e);
        }
    }

    /**
     * Writes a request and waits a moment for its reply.
     *
     * @return empty if the reply takes longer, or Kafka takes the request no sooner: the page then says so, and it comes by itself
     * @throws Unreachable if Kafka does not take the request
     */
    public Optional<Reply> ask(UUID id, @Nullable UUID flow, Request request, @Nullable Person person) {
        CompletableFuture<Reply> reply = replies.when(id);
        try {
            writer.write(id, flow, request, person).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.of(reply.get(SOON.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            if (reply.isDone()) return Optional.of(reply.join());
            replies.noLonger(id, reply);
            return Optional.empty();
        } catch (ExecutionException e) {
            replies.noLonger(id, reply);
            throw new Unreachable(
                    "Kafka did not take " + MessageType.of(request).wireName(), id, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            replies.noLonger(id, reply);
            return Optional.empty();
        }
    }

    /** The reply to a request of any instance, if it has come. */
    public Optional<Reply> reply(UUID request) {
        return replies.to(request);
    }

    /** The replies to those requests that have come, in the order in which they came. */
    public List<Answered> replies(Collection<UUID> requests) {
        return replies.toAnyOf(requests);
    }

    @Override
    public void close() {
        writer.close();
        reader.close();
    }
}
