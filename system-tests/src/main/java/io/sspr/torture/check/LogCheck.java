package io.sspr.torture.check;

import io.sspr.torture.check.Finding.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the topics alone must show: G1 for the requests on them, G2 for every event, G3 for every reset. */
final class LogCheck {

    private static final String PASSWORD_CHANGED = "sspr.password.changed.v1";
    private static final String CODE_VERIFIED = "sspr.code.verified.v1";
    private static final String RESET_REQUESTED = "sspr.reset.requested.v1";
    private static final String ADMINISTRATOR_RESET_STARTED = "sspr.reset.administrator-started.v1";
    private static final String ADMINISTRATOR_CODE = "ADMINISTRATOR_CODE";

    private final LogReader reader;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Entry> requests = new HashMap<>();
    private final Map<String, Integer> replies = new HashMap<>();
    private final Map<String, Integer> reused = new HashMap<>();
    private final Map<String, Integer> refusedReuse = new HashMap<>();
    private final Map<String, List<Entry>> verified = new HashMap<>();
    private final Map<String, Entry> resets = new HashMap<>();
    private final Map<String, Integer> arranged = new HashMap<>();
    private final List<Entry> changes = new ArrayList<>();
    private final Map<String, Long> records = new TreeMap<>();

    /** Over the broker at that address. */
    LogCheck(String bootstrapServers) {
        reader = new LogReader(bootstrapServers);
    }

    /** Reads everything once and gives what was found. */
    List<Finding> run() {
        for (String topic : reader.topics()) {
            if (topic.contains(".checkpoint.") || topic.endsWith(".dead")) continue;
            Set<String> ids = new HashSet<>();
            Map<String, Long> sequences = new HashMap<>();
            reader.read(topic, record -> {
                Entry entry = Entry.of(record);
                records.merge(topic, 1L, Long::sum);
                if (!topic.contains(".requests.") && !ids.add(entry.id())) add("G2", Kind.DUPLICATED, entry);
                if (topic.endsWith(".events")) follows(entry, sequences);
                remember(topic, entry);
            });
        }
        answered();
        proven();
        return List.copyOf(findings);
    }

    /** Records per topic. */
    Map<String, Long> records() {
        return records;
    }

    /** Requests on the log. */
    int requests() {
        return requests.size();
    }

    /** Versions of credentials on the log: account to the number of its versions. */
    Map<String, Long> versions() {
        Map<String, Long> versions = new HashMap<>();
        for (Entry change : changes) versions.merge(change.text("accountId"), change.number("version"), Math::max);
        return versions;
    }

    private void follows(Entry entry, Map<String, Long> sequences) {
        Long sequence = entry.sequence();
        if (sequence == null) {
            add("G2", Kind.LOST, entry);
            return;
        }
        long before = sequences.getOrDefault(entry.key(), 0L);
        if (sequence == before) add("G2", Kind.DUPLICATED, entry);
        else if (sequence < before) add("G2", Kind.OUT_OF_ORDER, entry);
        else if (sequence > before + 1) add("G2", Kind.GAP, entry);
        sequences.put(entry.key(), Math.max(before, sequence));
    }

    private void remember(String topic, Entry entry) {
        if (topic.contains(".requests.")) {
            Entry first = requests.putIfAbsent(entry.id(), entry);
            if (first != null && !first.value().equals(entry.value())) reused.merge(entry.id(), 1, Integer::sum);
        }
        if (topic.startsWith("sspr.replies.")) {
            boolean ofReuse = entry.text("reason").equals("REQUEST_ID_REUSED");
            (ofReuse ? refusedReuse : replies).merge(entry.correlation(), 1, Integer::sum);
        }
        if (entry.type().equals(CODE_VERIFIED))
            verified.computeIfAbsent(entry.text("resetId"), id -> new ArrayList<>())
                    .add(entry);
        if (entry.type().equals(RESET_REQUESTED)) resets.put(entry.text("resetId"), entry);
        if (entry.type().equals(ADMINISTRATOR_RESET_STARTED)) arranged.merge(entry.key(), 1, Integer::sum);
        if (entry.type().equals(PASSWORD_CHANGED)) changes.add(entry);
    }

    /** G1: each request one final reply, and no reply without a request. */
    private void answered() {
        requests.forEach((id, request) -> {
            int count = replies.getOrDefault(id, 0);
            if (count == 0) add("G1", Kind.LOST, request);
            if (count > 1) add("G1", Kind.DUPLICATED, request);
            // The same id with other content is refused each time.
            int others = reused.getOrDefault(id, 0);
            int refused = refusedReuse.getOrDefault(id, 0);
            if (refused < others) add("G1", Kind.LOST, request);
            if (refused > others) add("G1", Kind.DUPLICATED, request);
        });
        for (String id : replies.keySet())
            if (!requests.containsKey(id))
                findings.add(new Finding("G1", Kind.WRONG, "reply to unknown request " + id));
    }

    /** G3: a reset changed a password only after enough different methods were proven for it; and once at most. */
    private void proven() {
        Set<String> used = new HashSet<>();
        Map<String, Long> last = new HashMap<>();
        for (Entry change : changes) {
            long before = last.getOrDefault(change.text("accountId"), 0L);
            if (change.number("version") != before + 1)
                add("G4", change.number("version") > before ? Kind.GAP : Kind.DUPLICATED, change);
            last.put(change.text("accountId"), change.number("version"));
            if (change.text("cause").equals("RESET") || change.text("cause").equals("ADMINISTRATOR"))
                proven(change, used);
        }
    }

    /** One reset: by enough different methods, or by the code that an administrator had sent, once for each time. */
    private void proven(Entry change, Set<String> used) {
        String resetId = change.text("resetId");
        Entry reset = resets.get(resetId);
        if (reset == null || !used.add(resetId)) {
            add("G3", Kind.WRONG, change);
            return;
        }
        Set<String> kinds = new HashSet<>();
        Set<String> verifications = new HashSet<>();
        for (Entry proof : verified.getOrDefault(resetId, List.of())) {
            if (!proof.text("accountId").equals(change.text("accountId"))) add("G3", Kind.WRONG, proof);
            if (!verifications.add(proof.text("verificationId"))) add("G3", Kind.DUPLICATED, proof);
            kinds.add(proof.text("kind"));
        }
        boolean byCode =
                kinds.remove(ADMINISTRATOR_CODE) && arranged.merge(change.text("accountId"), -1, Integer::sum) >= 0;
        boolean enough = change.text("cause").equals("RESET") ? kinds.size() >= reset.number("gates") : byCode;
        if (!enough) add("G3", Kind.WRONG, change);
    }

    private void add(String guarantee, Kind kind, Entry entry) {
        findings.add(new Finding(guarantee, kind, entry.where()));
    }
}
