package io.sspr.messaging.handle;

import io.sspr.messaging.intake.Judged;
import io.sspr.messaging.intake.RequestHead;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The ids under which requests had their effect or their refusal: one has it once, whatever is sent again. */
final class RequestIds {

    /** What a request is to this service. */
    enum Sight {
        /** Never seen. */
        FIRST,
        /** The same request again. */
        AGAIN,
        /** Another request under the id of one that was seen. */
        REUSED
    }

    private record Key(String client, UUID id) {}

    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::client).thenComparing(Key::id);

    private static final String INSERT = """
            insert into requests (client, request_id, digest, received_at)
            select client, id, digest, now()
            from unnest(?::text[], ?::uuid[], ?::bytea[]) as request (client, id, digest)
            on conflict do nothing
            returning client, request_id""";

    private static final String KNOWN = """
            select client, request_id, digest from requests
            where (client, request_id) in (select * from unnest(?::text[], ?::uuid[]))""";

    private final JdbcTemplate jdbc;

    RequestIds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the ids of a batch; what each of its records is, in their order. Records that are no requests are first. */
    Sight[] take(List<Judged> batch) {
        Sight[] sights = new Sight[batch.size()];
        Arrays.fill(sights, Sight.FIRST);
        Map<Key, Integer> firsts = new TreeMap<>(ORDER);
        for (int i = 0; i < sights.length; i++) {
            RequestHead request = batch.get(i).request();
            if (request == null) continue;
            Integer first = firsts.putIfAbsent(new Key(request.client(), request.id()), i);
            if (first != null) sights[i] = compare(request, batch.get(first).request());
        }
        if (firsts.isEmpty()) return sights;
        insert(batch, firsts);
        if (!firsts.isEmpty()) compareWithKnown(batch, firsts, sights);
        return sights;
    }

    /** Leaves in the map what was there before. */
    private void insert(List<Judged> batch, Map<Key, Integer> firsts) {
        jdbc.query(
                INSERT,
                row -> {
                    firsts.remove(new Key(row.getString(1), row.getObject(2, UUID.class)));
                },
                clients(firsts),
                ids(firsts),
                firsts.values().stream()
                        .map(i -> digest(batch.get(i).request()))
                        .toArray(byte[][]::new));
    }

    private void compareWithKnown(List<Judged> batch, Map<Key, Integer> seen, Sight[] sights) {
        Map<Key, byte[]> digests = new HashMap<>();
        jdbc.query(
                KNOWN,
                row -> {
                    digests.put(new Key(row.getString(1), row.getObject(2, UUID.class)), row.getBytes(3));
                },
                clients(seen),
                ids(seen));
        for (int i = 0; i < sights.length; i++) {
            RequestHead request = batch.get(i).request();
            byte[] digest = request == null ? null : digests.get(new Key(request.client(), request.id()));
            if (request != null && digest != null)
                sights[i] = Arrays.equals(digest, request.digest()) ? Sight.AGAIN : Sight.REUSED;
        }
    }

    private static Sight compare(RequestHead request, @Nullable RequestHead first) {
        return Arrays.equals(request.digest(), digest(first)) ? Sight.AGAIN : Sight.REUSED;
    }

    private static byte[] digest(@Nullable RequestHead request) {
        if (request == null) throw new IllegalStateException("only requests have ids");
        return request.digest();
    }

    private static String[] clients(Map<Key, Integer> keys) {
        return keys.keySet().stream().map(Key::client).toArray(String[]::new);
    }

    private static String[] ids(Map<Key, Integer> keys) {
        return keys.keySet().stream().map(key -> key.id().toString()).toArray(String[]::new);
    }
}
