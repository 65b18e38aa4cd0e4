package io.sspr.audit.log;

import io.sspr.audit.finding.Finding;
import io.sspr.audit.finding.FindingCode;
import io.sspr.audit.finding.Place;
import io.sspr.audit.finding.Sink;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The ids of all events of all topics: no two may be the same. */
public final class Ids {

    private static final int EACH = 50_000;

    private final Buckets buckets;

    /** For about so many. */
    public Ids(Path directory, long events) {
        buckets = new Buckets(directory, "ids", events, EACH);
    }

    /** One more. */
    public void add(String id, Place place) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(96);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(id);
        out.writeUTF(place.topic());
        out.writeInt(place.partition());
        out.writeLong(place.offset());
        buckets.add(id, bytes.toByteArray());
    }

    /** All have come. */
    public void end(Sink sink) throws IOException {
        for (int bucket = 0; bucket < buckets.count(); bucket++) {
            Map<String, Place> seen = new HashMap<>();
            buckets.drain(bucket, in -> {
                String id = in.readUTF();
                Place place = new Place(in.readUTF().intern(), in.readInt(), in.readLong());
                Place before = seen.putIfAbsent(id, place);
                if (before != null)
                    sink.found(new Finding(
                            FindingCode.ID_REPEATED, place, null, null, null, id + " is also the id at " + before));
            });
        }
    }
}
