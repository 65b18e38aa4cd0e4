package io.sspr.audit.answer;

import io.sspr.audit.finding.Finding;
import io.sspr.audit.finding.FindingCode;
import io.sspr.audit.finding.Place;
import io.sspr.audit.finding.Sink;
import io.sspr.audit.log.Buckets;
import io.sspr.audit.log.Entry;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import io.sspr.contract.reply.RequestRefused;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * G1, as far as the topics of requests and replies show it: of each request that both of them still must hold there is one
 * reply. Replies are kept for a day, so nothing is said of requests that are nearly as old.
 */
public final class Answers {

    private static final Duration KEPT = Duration.ofHours(23);
    private static final int EACH = 50_000;

    private final Buckets buckets;
    private final Instant horizon;
    private final Instant underWay;
    private long requests;

    private static final class Asked {
        @Nullable
        Place request;

        @Nullable
        Instant asked;

        @Nullable
        Place reply;

        @Nullable
        Instant answered;

        int replies;
        int refusals;
        /** How often each content came under the id. */
        final Map<Integer, Integer> contents = new HashMap<>();

        /** The same again has no second answer; other content under its id is refused each time. */
        boolean isRefusedAsOften() {
            int all = contents.values().stream().mapToInt(Integer::intValue).sum();
            return contents.values().stream().anyMatch(first -> all - first == refusals);
        }
    }

    /** Requests from some time before now on may be under way. */
    public Answers(Path directory, long records, Instant now, Duration mayTake) {
        this.buckets = new Buckets(directory, "answers", records, EACH);
        this.horizon = now.minus(KEPT);
        this.underWay = now.minus(mayTake);
    }

    /** Whether requests stand on the topic. */
    public static boolean isOfRequests(String topic) {
        for (Service service : Service.values())
            if (Topics.clientOf(topic, service).isPresent()) return true;
        return false;
    }

    /** Whether replies stand on the topic. */
    public static boolean isOfReplies(String topic) {
        return topic.startsWith(Topics.replies("")) && !topic.endsWith(".dead");
    }

    /** Requests that were looked at, each once. */
    public long requests() {
        return requests;
    }

    /** One more record of those topics. */
    public void add(Entry entry) throws IOException {
        String topic = entry.place().topic();
        boolean isRequest = isOfRequests(topic);
        String client = topic.substring(topic.lastIndexOf('.') + 1);
        UUID about;
        int what;
        try {
            Envelope<Message> envelope = entry.decode();
            about = isRequest ? envelope.id() : envelope.correlationId();
            boolean reused = envelope.message() instanceof RequestRefused refused
                    && refused.reason() == Refusal.REQUEST_ID_REUSED;
            what = isRequest ? Objects.hash(envelope.type(), Arrays.hashCode(entry.value())) : reused ? 1 : 0;
        } catch (Undecodable e) {
            // Nobody can be answered under an id that cannot be read; what services do with it is told in dead letters.
            return;
        }
        if (about == null) return;
        // Ids are the clients' own.
        String id = client + " " + about;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(id);
        out.writeBoolean(isRequest);
        out.writeInt(what);
        out.writeUTF(entry.place().topic());
        out.writeInt(entry.place().partition());
        out.writeLong(entry.place().offset());
        out.writeLong(entry.timestamp());
        buckets.add(id, bytes.toByteArray());
    }

    /** All have come. */
    public void end(Sink sink) throws IOException {
        for (int bucket = 0; bucket < buckets.count(); bucket++) {
            Map<String, Asked> all = new HashMap<>();
            buckets.drain(bucket, in -> add(in, all));
            all.forEach((id, one) -> judge(id, one, sink));
        }
    }

    private static void add(DataInputStream in, Map<String, Asked> all) throws IOException {
        Asked one = all.computeIfAbsent(in.readUTF(), id -> new Asked());
        boolean isRequest = in.readBoolean();
        int what = in.readInt();
        Place place = new Place(in.readUTF().intern(), in.readInt(), in.readLong());
        Instant at = Instant.ofEpochMilli(in.readLong());
        if (isRequest) {
            one.contents.merge(what, 1, Integer::sum);
            if (one.request == null) one.request = place;
            if (one.asked == null || at.isAfter(one.asked)) one.asked = at;
        } else {
            if (what == 0) one.replies++;
            else one.refusals++;
            one.reply = place;
            one.answered = at;
        }
    }

    private void judge(String id, Asked one, Sink sink) {
        Place request = one.request;
        Instant asked = one.asked;
        if (request == null || asked == null) {
            if (one.answered != null && one.answered.isAfter(horizon))
                found(sink, FindingCode.REPLY_UNASKED, one.reply, one.answered, "there is no request " + id);
            return;
        }
        requests++;
        boolean judged = asked.isAfter(horizon) && !asked.isAfter(underWay);
        if (judged && one.replies == 0)
            found(sink, FindingCode.REQUEST_UNANSWERED, request, asked, "request " + id + " has no reply");
        else if (judged && !one.isRefusedAsOften())
            found(
                    sink,
                    FindingCode.REQUEST_UNANSWERED,
                    request,
                    asked,
                    "request " + id + " came again with other content, and was not refused as often");
        if (one.replies > 1)
            found(
                    sink,
                    FindingCode.REQUEST_ANSWERED_TWICE,
                    one.reply,
                    one.answered,
                    "request " + id + " at " + request + " has " + one.replies + " replies");
    }

    private static void found(
            Sink sink, FindingCode code, @Nullable Place place, @Nullable Instant at, String sentence) {
        sink.found(new Finding(code, place, at, null, null, sentence));
    }
}
