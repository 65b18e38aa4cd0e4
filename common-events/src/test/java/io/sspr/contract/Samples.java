package io.sspr.contract;

import io.sspr.contract.event.Event;
import io.sspr.contract.internal.Internal;
import io.sspr.contract.policy.PolicyFault;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.policy.RegistrationReason;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.request.Request;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.seal.Sha256;
import io.sspr.contract.state.Policy;
import io.sspr.contract.state.State;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes one record of every message, the same each time: what a component holds follows from its name. */
final class Samples {

    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00.123456Z");
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("about", "sspr.password.changed.v1"),
            Map.entry("attempts", 2),
            Map.entry("attemptsLeft", 3),
            Map.entry("canonicalLogin", "ana.novak@example.org"),
            Map.entry("cause", "RESET"),
            Map.entry("changedAt", NOW),
            Map.entry("client", "portal"),
            Map.entry("count", 12),
            Map.entry("digits", 6),
            Map.entry("disclosure", "STRICT"),
            Map.entry("expiresAt", after(Duration.ofMinutes(15))),
            Map.entry("failures", 3),
            Map.entry("flowHash", Sha256.of(SampleSeals.noise("flow secret", 32))),
            Map.entry("gate", 1),
            Map.entry("gates", 2),
            Map.entry("gatesLeft", 1),
            Map.entry("gatesPassed", 1),
            Map.entry("codesLeft", 9),
            Map.entry("quarantineHours", 24),
            Map.entry("sentBy", "EMAIL"),
            Map.entry("usableFrom", after(Duration.ofHours(24))),
            Map.entry("jws", SampleSeals.keySet(NOW)),
            Map.entry("kind", "EMAIL"),
            Map.entry("kinds", List.of(MethodKind.EMAIL, MethodKind.AUTHENTICATOR_APP)),
            Map.entry("locale", "sl"),
            Map.entry("login", "Ana.Novak@example.org"),
            Map.entry("maximumLength", 256),
            Map.entry("minimumLength", 15),
            Map.entry("minute", Instant.parse("2026-11-22T09:30:00Z")),
            Map.entry("happenedAt", NOW),
            Map.entry("methodNotice", "METHOD_REGISTERED"),
            Map.entry("notice", "PASSWORD_RESET"),
            Map.entry("organisationId", "E-10423"),
            Map.entry("purpose", "RESET"),
            Map.entry("reason", "WRONG_PROOF"),
            Map.entry("reasons", List.of(RegistrationReason.RESET_NEEDS_MORE)),
            Map.entry("suggested", List.of(MethodKind.AUTHENTICATOR_APP)),
            Map.entry("alternatives", List.of(MethodKind.EMAIL)),
            Map.entry("importRank", 1),
            Map.entry("skipsLeft", 2),
            Map.entry("skippableUntil", after(Duration.ofDays(14))),
            Map.entry("nextAt", after(Duration.ofDays(365))),
            Map.entry("ineligible", "TOO_FEW_METHODS"),
            Map.entry("faults", List.of(new PolicyFault("limits.codes.resends", "must be 0 to 10"))),
            Map.entry("names", List.of("Ana", "Novak")),
            Map.entry("groups", List.of("sales")),
            Map.entry("groupId", "sales"),
            Map.entry("memberOf", List.of("everybody")),
            Map.entry("counted", "WRONG_PROOFS"),
            Map.entry("hint", "a•••@e•••.org"),
            Map.entry("requestType", "sspr.request.sign-in.v1"),
            Map.entry("resendAt", after(Duration.ofSeconds(30))),
            Map.entry("resetExpiresAt", after(Duration.ofMinutes(60))),
            Map.entry("retryAt", after(Duration.ofMinutes(1))),
            Map.entry("round", 1),
            Map.entry("rules", List.of(PasswordRule.TOO_SHORT)),
            Map.entry("sessionsInvalidBefore", NOW),
            Map.entry("status", "VERIFIED"),
            Map.entry("until", after(Duration.ofMinutes(1))),
            Map.entry("version", 3));

    /** Where the name alone would say something odd. */
    private static final Map<String, Object> EXCEPTIONS = Map.ofEntries(
            Map.entry("ChallengeReady.kind", "AUTHENTICATOR_APP"),
            Map.entry("CodeAwaited.kind", "AUTHENTICATOR_APP"),
            Map.entry("CredentialImported.version", 1),
            Map.entry("DeliveryFailed.reason", "ADDRESS_REJECTED"),
            Map.entry("GatePassed.kinds", List.of(MethodKind.AUTHENTICATOR_APP)),
            Map.entry("IssueAdministratorCode.expiresAt", after(Duration.ofHours(24))),
            Map.entry("MethodRemoved.cause", "OWNER"),
            Map.entry("NotEligible.reason", "TOO_FEW_METHODS"),
            Map.entry("RecoveryCodeUsed.kind", "RECOVERY_CODE"),
            Map.entry("RequestsRefused.reason", "MALFORMED"),
            Map.entry("RequestRefused.reason", "TOO_SOON"),
            Map.entry("ResetExpired.reason", "ABANDONED"),
            Map.entry("SignInFailed.reason", "WRONG_CREDENTIALS"),
            Map.entry("VerificationEnded.reason", "TOO_MANY_ATTEMPTS"));

    /** The same where what is optional, such as the reset, is not there. */
    private static final Map<String, Object> LEAST_EXCEPTIONS =
            Map.of("CodeVerified.purpose", "REGISTER", "PasswordChanged.cause", "CHANGED");

    private Samples() {}

    /** With everything that may be there, or with only what must be. */
    static ObjectNode of(MessageType type, boolean full) {
        UUID id = uuid(type.wireName());
        Message message = (Message) record(type.type(), full, type, id);
        // Nobody asked for tallies and keys.
        boolean asked = type != MessageType.REQUESTS_REFUSED && type != MessageType.PUBLISHED_KEYS;
        UUID request = asked && !type.isRequest() ? uuid("request") : null;
        Envelope<Message> envelope = new Envelope<>(
                id,
                source(type),
                NOW,
                subject(message),
                message instanceof Event event ? event.resetId() : null,
                message instanceof Event ? 7L : null,
                request,
                request == null ? null : uuid("cause"),
                full ? TRACE : null,
                message);
        ObjectNode sample = ContractFiles.JSON.createObjectNode();
        sample.put("topic", topic(type));
        sample.put("key", key(envelope));
        ObjectNode headers = sample.putObject("headers");
        MessageCodec.headers(envelope).forEach(headers::put);
        byte[] value = MessageCodec.value(envelope);
        if (type.isRequest() && type.needsAssertion())
            headers.put("assertion", SampleSeals.assertion(type, id, value, NOW));
        sample.set("value", ContractFiles.JSON.readTree(value));
        return sample;
    }

    /** Names of all samples ever recorded; when the contract's files are being written, with those that were missing. */
    static List<String> recorded() {
        if (ContractFiles.writing())
            for (MessageType type : MessageType.values()) {
                add(type.wireName(), type, true);
                if (hasOptionalParts(type)) add(type.wireName() + ".least", type, false);
                // Came later than the first samples of requests, which are not written again.
                if (has(type, "seenFrom")) add(type.wireName() + ".seen-from", type, true);
            }
        return ContractFiles.jsonFilesIn("samples");
    }

    static JsonNode recorded(String name) {
        return ContractFiles.readJson("samples/" + name + ".json");
    }

    private static void add(String name, MessageType type, boolean full) {
        String file = "samples/" + name + ".json";
        if (!ContractFiles.exists(file)) ContractFiles.write(file, ContractFiles.pretty(of(type, full)));
    }

    private static boolean hasOptionalParts(MessageType type) {
        return Arrays.stream(type.type().getRecordComponents()).anyMatch(ContractJson::isOptional);
    }

    private static boolean has(MessageType type, String component) {
        return Arrays.stream(type.type().getRecordComponents())
                .anyMatch(part -> part.getName().equals(component));
    }

    /** The key of the record that carries a message; of requests the recommended one. */
    static String key(Envelope<?> envelope) {
        Message message = envelope.message();
        if (message instanceof Request request)
            return String.valueOf(request.flow() == null ? envelope.id() : request.flow());
        if (message instanceof Reply reply)
            return String.valueOf(reply.flow() == null ? envelope.correlationId() : reply.flow());
        return String.valueOf(subject(message));
    }

    /** {@code ce_subject} of a message. */
    static @Nullable String subject(Message message) {
        if (message instanceof Event event) return event.subject().toString();
        if (message instanceof Internal internal) return internal.accountId().toString();
        return message instanceof State state ? state.key() : null;
    }

    private static String source(MessageType type) {
        if (type.isRequest()) return client(type);
        String topic = topic(type);
        if (topic.equals(Topics.events(Service.NOTIFICATION))) return Service.NOTIFICATION.principal();
        return topic.startsWith("sspr.reset.")
                        || topic.equals(Topics.PASSWORD_EVENTS)
                        || topic.equals(Topics.keys(Service.RESET))
                        || type == MessageType.START_VERIFICATION
                        || type == MessageType.ISSUE_ADMINISTRATOR_CODE
                        || type == MessageType.DELIVER_NOTICE
                        || (type.isReply() && isOfResetService(type))
                ? Service.RESET.principal()
                : Service.REGISTRATION.principal();
    }

    private static boolean isOfResetService(MessageType reply) {
        return Arrays.stream(MessageType.values())
                .filter(MessageType::isRequest)
                .flatMap(request -> FinalReplies.to(request).stream())
                .anyMatch(possible -> possible.equals(new FinalReplies.FinalReply(reply, Service.RESET)));
    }

    private static String client(MessageType request) {
        return switch (request.needs()) {
            case GRANT -> request.usefulFor().isEmpty() ? "hr-feed" : "identity-provider";
            case ADMINISTRATOR -> "console";
            default -> "portal";
        };
    }

    private static String topic(MessageType type) {
        if (type.isRequest()) return Topics.requests(type.receiver(), client(type));
        if (type == MessageType.ACCOUNT_PROVISIONED_REPLY
                || type == MessageType.GROUP_PROVISIONED_REPLY
                || type == MessageType.CREDENTIAL_IMPORTED_REPLY) return Topics.replies("hr-feed");
        if (List.of(
                        MessageType.RESET_STARTED_REPLY,
                        MessageType.UNBLOCKED_REPLY,
                        MessageType.POLICY_CHANGED_REPLY,
                        MessageType.POLICY_REFUSED_REPLY,
                        MessageType.REREGISTRATION_REQUIRED_REPLY)
                .contains(type)) return Topics.replies("console");
        if (List.of(
                        MessageType.NOTHING_TO_DO_REPLY,
                        MessageType.REGISTRATION_REQUIRED_REPLY,
                        MessageType.REGISTRATION_SKIPPED_REPLY)
                .contains(type)) return Topics.replies("identity-provider");
        if (type.isReply()) return Topics.replies("portal");
        if (type == MessageType.PUBLISHED_KEYS) return Topics.keys(Service.RESET);
        return type.topic().orElse(Topics.events(Service.RESET));
    }

    private static Object record(Class<?> type, boolean full, MessageType of, UUID id) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++)
            values[i] =
                    full || !ContractJson.isOptional(components[i]) ? value(type, components[i], full, of, id) : null;
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Class<?> owner, RecordComponent component, boolean full, MessageType of, UUID id) {
        String name = component.getName();
        Class<?> type = component.getType();
        if (type == UUID.class) return uuid(name);
        if (type == boolean.class || type == Boolean.class) return false;
        if (type == Policy.class) return Presets.safe();
        if (owner == Policy.class && type.isRecord()) return partOfPolicy(component);
        if (type == Sealed.class) return new Sealed(SampleSeals.jwe(of, of.isReply() ? uuid("request") : id, NOW));
        if (type.isRecord()) return record(type, true, of, id);
        Object value = told(owner.getSimpleName() + "." + name, name, full);
        if (value == null) throw new IllegalStateException("what would " + owner.getSimpleName() + "." + name + " be?");
        if (type == long.class) return ((Number) value).longValue();
        if (type.isEnum())
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(value))
                    .findFirst()
                    .orElseThrow();
        return value;
    }

    /** What is nested there is told by the presets. */
    private static Object partOfPolicy(RecordComponent component) {
        try {
            return component.getAccessor().invoke(Presets.safe());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object told(String path, String name, boolean full) {
        Object value = EXCEPTIONS.getOrDefault(path, VALUES.get(name));
        return full ? value : LEAST_EXCEPTIONS.getOrDefault(path, value);
    }

    private static Instant after(Duration duration) {
        return NOW.plus(duration);
    }

    /** Looks like a random one. */
    static UUID uuid(String name) {
        UUID named = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new UUID((named.getMostSignificantBits() & ~0xF000L) | 0x4000L, named.getLeastSignificantBits());
    }
}
