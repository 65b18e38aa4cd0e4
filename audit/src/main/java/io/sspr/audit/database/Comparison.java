package io.sspr.audit.database;

import io.sspr.audit.finding.Finding;
import io.sspr.audit.finding.FindingCode;
import io.sspr.audit.finding.Sink;
import io.sspr.audit.log.Buckets;
import io.sspr.audit.log.Entry;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import io.sspr.contract.event.PasswordChanged;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the databases say against the log, key by key. The databases are read after the log and may be ahead of it by
 * what was on its way, so a difference of that kind counts only if the log does not tell it afterwards.
 */
public final class Comparison {

    /** No topic: a credential's version. */
    private static final String CREDENTIAL = "";

    private record What(String topic, String key) {}

    private final Buckets buckets;
    private final Map<What, Long> expected = new ConcurrentHashMap<>();

    /** With as many files as the log has: what is of one key must come together. */
    public Comparison(Path directory, long entries, int each) {
        buckets = new Buckets(directory, "database", entries, each);
    }

    /** The last number of a key on a topic, as a database has it. */
    public void number(String topic, String key, long last) throws IOException {
        add(topic, key, last);
    }

    /** The version of a credential, as a database has it. */
    public void version(String accountId, long version) throws IOException {
        add(CREDENTIAL, accountId, version);
    }

    private void add(String topic, String key, long number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(topic);
        out.writeUTF(key);
        out.writeLong(number);
        buckets.add(key, bytes.toByteArray());
    }

    /** What the databases say of some keys. */
    public Side side(int bucket) throws IOException {
        Map<What, Long> rows = new HashMap<>();
        buckets.drain(bucket, in -> rows.put(new What(in.readUTF().intern(), in.readUTF()), in.readLong()));
        return new Side(rows);
    }

    /** The databases' side of some keys. */
    public final class Side {

        private final Map<What, Long> rows;

        private Side(Map<What, Long> rows) {
            this.rows = rows;
        }

        /** The log's side. */
        public void onLog(String topic, String key, long last, Sink sink) {
            compare(new What(topic, key), last, sink);
        }

        /** The log's side. */
        public void onLog(UUID accountId, long version, Sink sink) {
            compare(new What(CREDENTIAL, accountId.toString()), version, sink);
        }

        private void compare(What what, long onLog, Sink sink) {
            Long stored = rows.remove(what);
            long inDatabase = stored == null ? 0 : stored;
            if (onLog > inDatabase) unknown(what, onLog, inDatabase, sink);
            if (onLog < inDatabase) expected.put(what, inDatabase);
        }

        /** All of the log has come. */
        public void end() {
            expected.putAll(rows);
        }
    }

    private static void unknown(What what, long onLog, long inDatabase, Sink sink) {
        boolean credential = what.topic().equals(CREDENTIAL);
        found(
                sink,
                credential ? FindingCode.VERSION_NOT_IN_DATABASE : FindingCode.EVENT_UNKNOWN_TO_DATABASE,
                what,
                (credential ? "version " : what.topic() + " has number ") + onLog + " of " + what.key()
                        + ", and the database only " + inDatabase);
    }

    /** Whether the log must still tell something. */
    public boolean isWaiting() {
        return !expected.isEmpty();
    }

    /** What has come since. */
    public void arrived(Entry entry) {
        met(new What(entry.place().topic().intern(), entry.key()), number(entry));
        if (entry.place().topic().equals(Topics.PASSWORD_EVENTS))
            met(new What(CREDENTIAL, entry.key()), version(entry));
    }

    private void met(What what, long number) {
        Long awaited = expected.get(what);
        if (awaited != null && number >= awaited) expected.remove(what);
    }

    private static long number(Entry entry) {
        String text = entry.header("ce_keysequence");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private static long version(Entry entry) {
        try {
            return entry.decode().message() instanceof PasswordChanged changed ? changed.version() : 0;
        } catch (Undecodable e) {
            return 0;
        }
    }

    /** Nothing more comes. */
    public void end(Sink sink) {
        expected.forEach((what, number) -> {
            boolean credential = what.topic().equals(CREDENTIAL);
            found(
                    sink,
                    credential ? FindingCode.VERSION_NOT_ON_LOG : FindingCode.EVENT_LOST,
                    what,
                    (credential ? "version " : what.topic() + " does not have number ") + number + " of " + what.key()
                            + (credential ? " is not on the log" : ", which the database has given"));
        });
    }

    private static void found(Sink sink, FindingCode code, What what, String sentence) {
        @Nullable UUID account = what.topic().equals(CREDENTIAL) ? UUID.fromString(what.key()) : null;
        sink.found(new Finding(code, null, null, account, null, sentence));
    }
}
