package io.sspr.hostile;

import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Ways to spoil a message; everything is drawn from the seed. */
final class Malice {

    private static final Pattern SEAL = Pattern.compile("(?:[A-Za-z0-9_-]*\\.){4}[A-Za-z0-9_-]+");
    private static final Pattern PROPERTY = Pattern.compile("\"([A-Za-z]+)\":(\"[^\"]*\"|[0-9]+|true|false|null)");
    private static final Pattern FLOW = Pattern.compile("\"flow\":\"([0-9a-f-]{36})\"");
    private static final int NEARLY_ALL = 63 * 1024;
    /** What a seal holds at most. */
    private static final int SEALED_AT_MOST = 4096;

    private static final List<String> SEAL_HEADERS = List.of(
            "{\"alg\":\"none\"}",
            "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}",
            "{\"alg\":\"RSA-OAEP\",\"enc\":\"A256GCM\"}",
            "{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A256GCM\",\"p2c\":2147483647,\"p2s\":\"AAAA\"}",
            "{\"alg\":\"ECDH-ES+A256KW\",\"enc\":\"A256GCM\",\"zip\":\"DEF\"}",
            "{\"alg\":\"ECDH-ES+A256KW\",\"enc\":\"A256GCM\",\"crit\":[\"exp\"],\"exp\":0}",
            "{\"alg\":\"ECDH-ES+A256KW\",\"enc\":\"A256GCM\",\"epk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}}",
            "{\"alg\":\"ECDH-ES+A256KW\",\"enc\":\"A256GCM\",\"epk\":{\"kty\":\"oct\",\"k\":\"AA\"}}",
            "{\"alg\":[\"none\"],\"enc\":{}}",
            "[]",
            "");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e999",
            "99999999999999999999999",
            "[]",
            "{}",
            "[[],{}]",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"'; drop table resets; --\"",
            "\"../../etc/passwd\"",
            "\"${jndi:ldap://a/b}\"");

    /** A way to spoil. */
    interface Way {
        void spoil(Draft draft, SplittableRandom random);
    }

    private final Map<String, Sealer> sealers;
    private final List<String> topics;
    private final List<String> types;

    /**
     * How to spoil.
     *
     * @param sealers of the services that requests are for, by their names
     * @param topics of requests
     * @param types of messages that there are
     */
    Malice(Map<String, Sealer> sealers, List<String> topics, List<String> types) {
        this.sealers = sealers;
        this.topics = topics;
        this.types = types;
    }

    /** All ways, by name. */
    Map<String, Way> ways() {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("header left out", (draft, random) -> {
            if (!draft.headers.isEmpty()) draft.headers.remove(random.nextInt(draft.headers.size()));
        });
        ways.put("header twice", (draft, random) -> draft.headers.addAll(some(draft, random)));
        ways.put("noise in a header", (draft, random) -> replaceHeader(draft, random, noise(random, 40)));
        ways.put("long header", (draft, random) -> replaceHeader(draft, random, noise(random, 20_000)));
        ways.put("empty header", (draft, random) -> replaceHeader(draft, random, new byte[0]));
        ways.put("header of ours", (draft, random) -> draft.put("sspr-reason", "MALFORMED"));
        ways.put("another type", (draft, random) -> draft.put("ce_type", one(types, random)));
        ways.put("unknown type", (draft, random) -> draft.put("ce_type", "sspr.request.fly.v" + random.nextInt()));
        ways.put("another topic", (draft, random) -> draft.topic = one(topics, random));
        ways.put("no key", (draft, random) -> draft.key = null);
        ways.put("noise for a key", (draft, random) -> draft.key = noise(random, 1000));
        ways.put("no value", (draft, random) -> draft.value = null);
        ways.put("empty value", (draft, random) -> draft.value = new byte[0]);
        ways.put("cut off", Malice::cutOff);
        ways.put("bits flipped", Malice::flip);
        ways.put("noise", (draft, random) -> draft.value = noise(random, 4000));
        ways.put("deep", (draft, random) -> draft.text(deep(random)));
        ways.put("blanks", (draft, random) -> draft.text(" ".repeat(random.nextInt(NEARLY_ALL)) + draft.text()));
        ways.put("too long for its topic", (draft, random) -> draft.value = new byte[70 * 1024]);
        ways.put("property twice", (draft, random) -> property(draft, random, "$0,$0"));
        ways.put("property left out", (draft, random) -> property(draft, random, "\"x\":1"));
        ways.put(
                "property of another kind",
                (draft, random) -> property(draft, random, "\"$1\":" + Matcher.quoteReplacement(one(VALUES, random))));
        ways.put("long property", (draft, random) -> property(draft, random, "\"$1\":\"" + "a".repeat(30_000) + "\""));
        ways.put("seal without parts", (draft, random) -> seal(draft, random, Malice::fewer));
        ways.put("parts of a seal exchanged", (draft, random) -> seal(draft, random, Malice::shuffled));
        ways.put("another header of a seal", (draft, random) -> seal(draft, random, Malice::anotherHeader));
        ways.put("seal with a bit flipped", (draft, random) -> seal(draft, random, Malice::flipped));
        ways.put("noise under a good seal", (draft, random) -> sealed(draft, noise(random, SEALED_AT_MOST)));
        ways.put(
                "nonsense under a good seal",
                (draft, random) -> sealed(draft, nonsense(random).getBytes(StandardCharsets.UTF_8)));
        ways.put(
                "deep under a good seal",
                (draft, random) -> sealed(draft, Arrays.copyOf(deep(random).getBytes(StandardCharsets.UTF_8), 4000)));
        return ways;
    }

    private static List<Header> some(Draft draft, SplittableRandom random) {
        return draft.headers.isEmpty() ? List.of() : List.of(draft.headers.get(random.nextInt(draft.headers.size())));
    }

    private static void replaceHeader(Draft draft, SplittableRandom random, byte[] content) {
        if (draft.headers.isEmpty()) return;
        int at = random.nextInt(draft.headers.size());
        draft.headers.set(at, new RecordHeader(draft.headers.get(at).key(), content));
    }

    private static void cutOff(Draft draft, SplittableRandom random) {
        if (draft.value != null) draft.value = Arrays.copyOf(draft.value, random.nextInt(draft.value.length + 1));
    }

    private static void flip(Draft draft, SplittableRandom random) {
        if (draft.value == null || draft.value.length == 0) return;
        byte[] flipped = draft.value.clone();
        for (int i = random.nextInt(1, 8); i > 0; i--)
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        draft.value = flipped;
    }

    private static void property(Draft draft, SplittableRandom random, String replacement) {
        Matcher matcher = PROPERTY.matcher(draft.text());
        int count = (int) matcher.results().count();
        if (count == 0) return;
        int chosen = random.nextInt(count);
        matcher.reset();
        StringBuilder text = new StringBuilder();
        for (int i = 0; matcher.find(); i++) matcher.appendReplacement(text, i == chosen ? replacement : "$0");
        draft.text(matcher.appendTail(text).toString());
    }

    private interface Seals {
        String changed(String seal, SplittableRandom random);
    }

    private static void seal(Draft draft, SplittableRandom random, Seals change) {
        Matcher matcher = SEAL.matcher(draft.text());
        if (matcher.find())
            draft.text(draft.text().substring(0, matcher.start())
                    + change.changed(matcher.group(), random)
                    + draft.text().substring(matcher.end()));
    }

    private static String fewer(String seal, SplittableRandom random) {
        List<String> parts = Arrays.asList(seal.split("\\.", -1));
        parts.set(random.nextInt(parts.size()), "");
        return String.join(".", parts.subList(random.nextInt(2), parts.size()));
    }

    private static String shuffled(String seal, SplittableRandom random) {
        List<String> parts = Arrays.asList(seal.split("\\.", -1));
        Collections.swap(parts, random.nextInt(parts.size()), random.nextInt(parts.size()));
        return String.join(".", parts);
    }

    private static String anotherHeader(String seal, SplittableRandom random) {
        String header = one(SEAL_HEADERS, random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + seal.substring(seal.indexOf('.'));
    }

    private static String flipped(String seal, SplittableRandom random) {
        StringBuilder changed = new StringBuilder(seal);
        int at = random.nextInt(seal.length());
        if (changed.charAt(at) != '.') changed.setCharAt(at, changed.charAt(at) == 'A' ? 'B' : 'A');
        return changed.toString();
    }

    /** For the service whose topic it is on, and for this very message. */
    private void sealed(Draft draft, byte[] content) {
        String service = draft.topic.startsWith("sspr.reset.") ? "reset-service" : "registration-service";
        Matcher flow = FLOW.matcher(draft.text());
        SealContext context;
        try {
            context = new SealContext(
                    service,
                    draft.header("ce_type"),
                    UUID.fromString(draft.header("ce_id")),
                    flow.find() ? UUID.fromString(flow.group(1)) : null);
        } catch (IllegalArgumentException noId) {
            return;
        }
        Sealer sealer = sealers.get(service);
        if (sealer == null) throw new IllegalStateException("nobody can seal for " + service);
        String jwe = sealer.seal(content, context, Instant.now()).jwe();
        draft.text(SEAL.matcher(draft.text()).replaceFirst(jwe));
    }

    private static String nonsense(SplittableRandom random) {
        StringBuilder json = new StringBuilder("{\"flowSecret\":" + value(random));
        for (String name : List.of(
                "login",
                "password",
                "proof",
                "newPassword",
                "currentPassword",
                "address",
                "replyKey",
                "origin",
                "methodId",
                "token"))
            if (random.nextBoolean())
                json.append(",\"").append(name).append("\":").append(value(random));
        String text = json.append('}').toString();
        return text.length() > 4000 ? "{}" : text;
    }

    private static String value(SplittableRandom random) {
        if (random.nextBoolean()) return one(VALUES, random);
        StringBuilder text = new StringBuilder("\"");
        for (int i = random.nextInt(300); i > 0; i--) {
            int point = random.nextInt(0x20, 0x2fff);
            if (point != '"' && point != '\\') text.appendCodePoint(point);
        }
        return text.append('"').toString();
    }

    private static String deep(SplittableRandom random) {
        return (random.nextBoolean() ? "[" : "{\"a\":").repeat(random.nextInt(1, 10_000));
    }

    private static byte[] noise(SplittableRandom random, int most) {
        byte[] noise = new byte[random.nextInt(most)];
        random.nextBytes(noise);
        return noise;
    }

    private static String one(List<String> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }
}
