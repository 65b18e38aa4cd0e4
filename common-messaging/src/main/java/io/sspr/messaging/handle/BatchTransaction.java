package io.sspr.messaging.handle;

import io.sspr.contract.Refusal;
import io.sspr.messaging.handle.RequestIds.Sight;
import io.sspr.messaging.intake.Judged;
import io.sspr.messaging.intake.RequestHead;
import io.sspr.messaging.intake.Verdict;
import io.sspr.messaging.outbox.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Does in one transaction what was judged about a batch. */
final class BatchTransaction {

    private final OneTransaction one;
    private final RequestIds requestIds;
    private final DeadLetters deadLetters;
    private final Speaker speaker;
    private final Outbox outbox;
    private final Duration parkTime;
    private final HandlingMeters meters;

    BatchTransaction(
            OneTransaction one,
            RequestIds requestIds,
            DeadLetters deadLetters,
            Speaker speaker,
            Outbox outbox,
            Duration parkTime,
            HandlingMeters meters) {
        this.one = one;
        this.requestIds = requestIds;
        this.deadLetters = deadLetters;
        this.speaker = speaker;
        this.outbox = outbox;
        this.parkTime = parkTime;
        this.meters = meters;
    }

    /** Throws {@link Trouble} and the like, or {@link HandlingFailed}; either way nothing was done. */
    void run(List<Judged> batch, Claim claim) {
        long start = System.nanoTime();
        Set<String> names = new TreeSet<>();
        for (Judged judged : batch) names.addAll(judged.verdict().locks());
        Said said;
        try {
            said = one.run(names, (collected, now) -> handle(batch, claim, collected, now));
        } catch (RuntimeException e) {
            if (e instanceof HandlingFailed || Trouble.is(e)) throw e;
            throw new HandlingFailed(0, e);
        }
        claim.committed();
        meters.handled(said, batch.size(), Duration.ofNanos(System.nanoTime() - start));
    }

    private void handle(List<Judged> batch, Claim claim, Said said, Instant now) {
        BitSet ours = claim.take();
        Sight[] sights = claim.isFirstSight() ? requestIds.take(batch) : new Sight[0];
        for (int i = ours.nextSetBit(0); i >= 0; i = ours.nextSetBit(i + 1)) {
            Sight sight = sights.length == 0 ? Sight.FIRST : sights[i];
            try {
                handle(batch.get(i), sight, claim.parked(i), said, now);
            } catch (RuntimeException e) {
                if (Trouble.is(e)) throw e;
                throw new HandlingFailed(i, e);
            }
        }
    }

    private void handle(Judged judged, Sight sight, @Nullable ParkedRequest before, Said said, Instant now) {
        Telling work = new Telling(speaker, outbox, parkTime, said, now, judged, before);
        RequestHead request = judged.request();
        Verdict verdict = judged.verdict();
        String outcome;
        if (sight == Sight.AGAIN) {
            outcome = "duplicate";
        } else if (sight == Sight.REUSED) {
            work.refuse(Refusal.REQUEST_ID_REUSED, null);
            outcome = "refused";
        } else if (request != null && request.isTooLate(now) && !(verdict instanceof Verdict.Bury)) {
            work.expire();
            outcome = "expired";
        } else {
            outcome = carryOut(verdict, judged, work, said);
        }
        said.count(typeOf(judged), outcome);
    }

    private String carryOut(Verdict verdict, Judged judged, Telling work, Said said) {
        if (verdict instanceof Verdict.Handle<?, ?> handle) {
            int parked = said.parked.size();
            handle.run(work);
            return said.parked.size() > parked ? "parked" : "handled";
        }
        if (verdict instanceof Verdict.Refuse refuse) {
            work.refuse(refuse.reason(), refuse.retryAt());
            return "refused";
        }
        if (verdict instanceof Verdict.Bury bury) {
            said.deadLetters.add(deadLetters.of(judged.record(), bury.reason()));
            if (judged.request() != null) work.refuse(bury.reason(), null);
            return "buried";
        }
        if (verdict instanceof Verdict.Expire) {
            work.expire();
            return "expired";
        }
        if (verdict instanceof Verdict.Fail fail) throw fail.fault();
        return "ignored";
    }

    private static String typeOf(Judged judged) {
        if (judged.verdict() instanceof Verdict.Handle<?, ?> handle)
            return handle.message().envelope().type().wireName();
        return judged.request() == null ? "unknown" : judged.request().typeName();
    }
}
