package io.sspr.portal.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ResetCancelled;
import io.sspr.contract.reply.ResetDisputed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RepliesTests {

    private static final UUID REQUEST = new UUID(1, 2);
    private static final Reply REPLY = new ResetDisputed();

    private final SetClock clock = new SetClock();
    private final Replies replies = new Replies(clock);

    @Test
    void keepsAReplyForWhoeverAsksLater() {
        assertThat(replies.to(REQUEST)).isEmpty();
        receive(REQUEST, REPLY);

        assertThat(replies.to(REQUEST)).contains(REPLY);
        assertThat(replies.when(REQUEST)).isCompletedWithValue(REPLY);
    }

    @Test
    void wakesAllWhoWait() {
        CompletableFuture<Reply> first = replies.when(REQUEST);
        CompletableFuture<Reply> second = replies.when(REQUEST);
        receive(REQUEST, REPLY);

        assertThat(first).isCompletedWithValue(REPLY);
        assertThat(second).isCompletedWithValue(REPLY);
    }

    @Test
    void wakesNobodyWhoHasGivenUpAndKeepsTheReplyAllTheSame() {
        CompletableFuture<Reply> waiting = replies.when(REQUEST);
        replies.noLonger(REQUEST, waiting);
        receive(REQUEST, REPLY);

        assertThat(waiting).isNotDone();
        assertThat(replies.to(REQUEST)).contains(REPLY);
    }

    @Test
    void takesADoubleClickForOneRequest() {
        CompletableFuture<Reply> waiting = replies.when(REQUEST);
        receive(REQUEST, new RequestRefused(null, Refusal.REQUEST_ID_REUSED, null));
        assertThat(waiting).isNotDone();
        assertThat(replies.to(REQUEST)).isEmpty();

        receive(REQUEST, REPLY);
        receive(REQUEST, new RequestRefused(null, Refusal.REQUEST_ID_REUSED, null));
        assertThat(replies.to(REQUEST)).contains(REPLY);
    }

    @Test
    void keepsTheFirstOfTwoReplies() {
        receive(REQUEST, REPLY);
        receive(REQUEST, new ResetCancelled(REQUEST));

        assertThat(replies.to(REQUEST)).contains(REPLY);
    }

    @Test
    void leavesAloneWhatAnswersNoRequest() {
        receive(null, REPLY);

        assertThat(replies.to(REQUEST)).isEmpty();
    }

    @Test
    void forgetsWhatNoPageCanAskForAnyMore() {
        receive(REQUEST, REPLY);
        clock.now = clock.now.plus(Replies.REMEMBERED);
        receive(new UUID(3, 4), REPLY);
        assertThat(replies.to(REQUEST)).contains(REPLY);

        clock.now = clock.now.plus(Duration.ofSeconds(1));
        receive(new UUID(5, 6), REPLY);
        assertThat(replies.to(REQUEST)).isEmpty();
        assertThat(replies.to(new UUID(3, 4))).contains(REPLY);
    }

    /** Two tabs, or a form sent twice: one that gives up takes nothing from the other. */
    @Test
    void tellsEachWhoStillWaits() {
        CompletableFuture<Reply> gone = replies.when(REQUEST);
        CompletableFuture<Reply> waiting = replies.when(REQUEST);
        replies.noLonger(REQUEST, gone);
        receive(REQUEST, REPLY);

        assertThat(waiting).isCompletedWithValue(REPLY);
        assertThat(gone).isNotDone();
    }

    @Test
    void tellsInWhichOrderTheyCame() {
        UUID later = new UUID(0, 1);
        receive(REQUEST, REPLY);
        receive(later, REPLY);

        assertThat(replies.toAnyOf(List.of(later, new UUID(9, 9), REQUEST)))
                .extracting(Answered::request)
                .containsExactly(REQUEST, later);
    }

    @Test
    void saysThatNothingIsReadAnyMore() {
        assertThat(replies.fault()).isEmpty();
        IllegalStateException cause = new IllegalStateException("gone");
        replies.stop(cause);

        assertThat(replies.fault()).contains(cause);
    }

    private void receive(@Nullable UUID request, Message message) {
        replies.received(new Envelope<>(
                UUID.randomUUID(), "reset-service", clock.now, null, null, null, request, null, null, message));
    }

    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2026-11-24T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
