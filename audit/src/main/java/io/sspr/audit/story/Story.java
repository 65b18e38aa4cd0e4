package io.sspr.audit.story;

import io.sspr.audit.finding.CannotCheck;
import io.sspr.audit.log.Entry;
import io.sspr.audit.log.EventLog;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.event.UnlockRequested;
import io.sspr.contract.state.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What happened to one account, and what was done in its name, in the order of causes and then of time. */
public final class Story {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final EventLog log;
    private final Collection<String> topics;

    record Chapter(Entry entry, Envelope<Message> envelope) {}

    /** From these topics. */
    public Story(EventLog log, Collection<String> topics) {
        this.log = log;
        this.topics = topics;
    }

    /** The account that is meant: by its id, or by the organisation's own, which needs the right to read identities. */
    public UUID account(String named) throws CannotCheck, IOException {
        if (ID.matcher(named).matches()) return UUID.fromString(named);
        if (!log.topics().contains(Topics.IDENTITIES))
            throw new CannotCheck("\"" + named + "\" is no account's id, and " + Topics.IDENTITIES
                    + ", which knows the organisation's ids, may not be read.");
        Set<UUID> found = new LinkedHashSet<>();
        log.read(log.ends(log.partitions(List.of(Topics.IDENTITIES))), entry -> {
            if (!ID.matcher(entry.key()).matches()) return;
            found.remove(UUID.fromString(entry.key()));
            identity(entry)
                    .filter(identity -> identity.organisationId().equals(named))
                    .ifPresent(identity -> found.add(identity.accountId()));
        });
        if (found.isEmpty()) throw new CannotCheck("No account has the organisation's id \"" + named + "\".");
        return found.iterator().next();
    }

    private static Optional<Identity> identity(Entry entry) {
        try {
            return entry.value() != null && entry.decode().message() instanceof Identity identity
                    ? Optional.of(identity)
                    : Optional.empty();
        } catch (Undecodable e) {
            return Optional.empty();
        }
    }

    /** Its lines. */
    public List<String> of(UUID accountId) throws CannotCheck, IOException {
        List<Chapter> chapters = naming(Set.of(accountId.toString()));
        Set<String> elsewhere = new HashSet<>();
        for (Chapter chapter : chapters) {
            Message message = chapter.envelope().message();
            if (message instanceof ResetRequested asked && asked.ineligible() != null)
                elsewhere.add(asked.resetId().toString());
            if (message instanceof UnlockRequested asked && asked.ineligible() != null)
                elsewhere.add(asked.resetId().toString());
        }
        // Who asks in vain is told of under the reset's own id.
        if (!elsewhere.isEmpty()) {
            Set<UUID> known = new HashSet<>();
            chapters.forEach(chapter -> known.add(chapter.envelope().id()));
            for (Chapter chapter : naming(elsewhere))
                if (known.add(chapter.envelope().id())) chapters.add(chapter);
        }
        Words words = new Words(accountId);
        return ordered(chapters).stream().map(words::line).toList();
    }

    private List<Chapter> naming(Set<String> ids) throws CannotCheck, IOException {
        List<Chapter> found = new ArrayList<>();
        log.read(log.ends(log.partitions(topics)), entry -> {
            byte[] value = entry.value();
            if (value == null) return;
            // Cheaper than to read each: an id stands in the key or in the value, in this one form.
            String text = new String(value, StandardCharsets.UTF_8);
            if (!ids.contains(entry.key()) && ids.stream().noneMatch(text::contains)) return;
            try {
                found.add(new Chapter(entry, entry.decode()));
            } catch (Undecodable e) {
                // The check tells of it.
                return;
            }
        });
        return found;
    }

    /** By time; but never before the event of the same key before it, nor before its cause. */
    private static List<Chapter> ordered(List<Chapter> chapters) {
        chapters.sort(Comparator.<Chapter, Instant>comparing(
                        chapter -> chapter.envelope().time())
                .thenComparing(chapter -> chapter.entry().place().topic())
                .thenComparing(chapter -> chapter.entry().place().offset()));
        Map<UUID, Chapter> byId = new HashMap<>();
        for (Chapter chapter : chapters) byId.putIfAbsent(chapter.envelope().id(), chapter);
        Map<UUID, @Nullable Chapter> before = new HashMap<>();
        Map<String, Chapter> last = new HashMap<>();
        chapters.stream()
                .sorted(Comparator.comparing(chapter -> chapter.entry().place().offset()))
                .forEach(chapter -> before.put(
                        chapter.envelope().id(),
                        last.put(
                                chapter.entry().place().topic()
                                        + chapter.entry().key(),
                                chapter)));
        Map<UUID, Chapter> told = new LinkedHashMap<>();
        for (Chapter chapter : chapters) tell(chapter, byId, before, told, new HashSet<>());
        return List.copyOf(told.values());
    }

    private static void tell(
            @Nullable Chapter chapter,
            Map<UUID, Chapter> byId,
            Map<UUID, @Nullable Chapter> before,
            Map<UUID, Chapter> told,
            Set<UUID> underWay) {
        if (chapter == null) return;
        UUID id = chapter.envelope().id();
        if (told.containsKey(id) || !underWay.add(id)) return;
        tell(before.get(id), byId, before, told, underWay);
        UUID cause = chapter.envelope().causationId();
        if (cause != null) tell(byId.get(cause), byId, before, told, underWay);
        told.put(id, chapter);
    }
}
