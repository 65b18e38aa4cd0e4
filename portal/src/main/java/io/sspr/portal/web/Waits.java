package io.sspr.portal.web;

import io.sspr.contract.reply.Reply;
import io.sspr.portal.log.Replies;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells a page that waits the moment its reply is on the log: that, and nothing of what it says. */
@Controller
class Waits {

    private static final Logger LOG = LoggerFactory.getLogger(Waits.class);
    /** Browsers connect again by themselves, so a stream that nobody reads any more costs nothing for long. */
    private static final Duration LIFE = Duration.ofMinutes(1);

    private final Replies replies;

    Waits(Replies replies) {
        this.replies = replies;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the stream is what it comes to
    @GetMapping(path = "/wait/{request}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter wait(@PathVariable UUID request) {
        SseEmitter emitter = new SseEmitter(LIFE.toMillis());
        CompletableFuture<Reply> coming = replies.when(request);
        emitter.onTimeout(emitter::complete);
        emitter.onCompletion(() -> replies.noLonger(request, coming));
        coming.thenAccept(reply -> tell(emitter));
        return emitter;
    }

    private static void tell(SseEmitter emitter) {
        try {
            emitter.send(SseEmitter.event().name("ready").data(""));
            emitter.complete();
        } catch (java.io.IOException | IllegalStateException e) {
            LOG.debug("A page went before its reply came", e);
        }
    }
}
