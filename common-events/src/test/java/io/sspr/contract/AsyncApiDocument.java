package io.sspr.contract;

import io.sspr.contract.AccessTable.Operation;
import io.sspr.contract.AccessTable.Resource;
import io.sspr.contract.FinalReplies.FinalReply;
import io.sspr.contract.secret.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the AsyncAPI 3.0 document from the table of messages, the topics, the access table and the schemas. The one
 * client in it stands for every client.
 */
final class AsyncApiDocument {

    private static final String CLIENT = "client";
    private static final Client ANY = Principals.named(CLIENT, Principals.PORTAL, Principals.CONSOLE);
    private static final Client ANY_FEED = Principals.named(CLIENT, Principals.FEED);
    private static final String SUBSCRIBER = "subscriber";
    private static final String AUDITOR = "auditor";
    private static final String ABOUT = """
            Self-service password reset as messages on Kafka. README.md beside this document tells how to seal, how to \
            sign and what to do step by step; samples/ holds one record of each message. Records are CloudEvents 1.0 \
            in Kafka's binary mode. Read with isolation.level=read_committed.""";

    private final ObjectNode document = ContractFiles.JSON.createObjectNode();
    private final Schemas schemas = Schemas.within("#/components/schemas/");
    private final Map<String, Topic> channels = new LinkedHashMap<>();
    private final List<AccessTable.Grant> grants;

    private AsyncApiDocument() {
        List<Topic> front = Topics.all(List.of(ANY));
        front.stream()
                .filter(topic -> topic.kind() != Topic.Kind.DEAD && topic.kind() != Topic.Kind.CHECKPOINT)
                .forEach(topic -> channels.put(channel(topic.name()), topic));
        grants = new ArrayList<>(AccessTable.of(List.of(ANY), List.of(SUBSCRIBER), List.of(AUDITOR), List.of()));
    }

    static ObjectNode make() {
        return new AsyncApiDocument().document();
    }

    private ObjectNode document() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Self-service password reset")
                .put("version", "0.1.0")
                .put("description", ABOUT);
        document.put("defaultContentType", "application/json");
        document.withObject("/servers/quickstart")
                .put("host", "localhost:19092")
                .put("protocol", "kafka")
                .put("description", "What ./sspr up starts.");
        channels();
        operations();
        components();
        return document;
    }

    // ---- channels

    private void channels() {
        ObjectNode all = document.putObject("channels");
        channels.forEach((id, topic) -> {
            ObjectNode channel = all.putObject(id);
            channel.put("address", address(topic));
            channel.put("description", describe(topic));
            ObjectNode messages = channel.putObject("messages");
            for (MessageType type : on(topic))
                messages.putObject(type.wireName()).put("$ref", "#/components/messages/" + type.wireName());
            if (isPerClient(topic))
                channel.withObject("/parameters/client")
                        .put("description", "name of the client, which is also its Kafka principal");
            ObjectNode binding = channel.withObject("/bindings/kafka");
            binding.put("topic", address(topic)).put("partitions", topic.partitions());
            configuration(topic, binding.putObject("topicConfiguration"));
            binding.put("bindingVersion", "0.5.0");
            principals(topic, Operation.WRITE, channel.putArray("x-writers"));
            principals(topic, Operation.READ, channel.putArray("x-readers"));
        });
    }

    private static void configuration(Topic topic, ObjectNode configuration) {
        for (String name : new TreeSet<>(topic.settings().keySet())) {
            String value = topic.settings().getOrDefault(name, "");
            if (name.equals("cleanup.policy")) configuration.putArray(name).add(value);
            else if (value.matches("-?[0-9]+")) configuration.put(name, Long.parseLong(value));
            else configuration.put(name, value);
        }
    }

    private static String describe(Topic topic) {
        return switch (topic.kind()) {
            case REQUESTS ->
                "What one client asks of one service. The name of the topic is the client's identity. A client that"
                        + " may send requests which are useful for ever has retention.ms "
                        + provisioningRetention() + " here.";
            case REPLIES -> "The final reply to each request of one client, from whichever service.";
            case INTERNAL -> "What the other services tell this one; nobody else reads it.";
            case EVENTS -> "What happened, kept for ever. No secret and no personal data. Key: ce_subject.";
            case STATE -> "The current fact per key.";
            default -> throw new IllegalArgumentException(topic + " is not part of the document");
        };
    }

    private static String provisioningRetention() {
        return Topics.all(List.of(ANY_FEED)).stream()
                .filter(topic -> topic.kind() == Topic.Kind.REQUESTS)
                .map(topic -> topic.settings().getOrDefault("retention.ms", ""))
                .distinct()
                .reduce((one, other) -> one + " or " + other)
                .orElseThrow();
    }

    private void principals(Topic topic, Operation operation, ArrayNode names) {
        grants.stream()
                .filter(grant -> grant.resource() == Resource.TOPIC
                        && grant.operation() == operation
                        && grant.name().equals(topic.name()))
                .map(grant -> grant.principal().equals(CLIENT) ? "{client}" : grant.principal())
                .distinct()
                .forEach(names::add);
    }

    private static String channel(String topic) {
        return topic.endsWith("." + CLIENT) ? topic.substring(0, topic.length() - CLIENT.length() - 1) : topic;
    }

    private static boolean isPerClient(Topic topic) {
        return topic.name().endsWith("." + CLIENT);
    }

    private static String address(Topic topic) {
        return isPerClient(topic) ? channel(topic.name()) + ".{client}" : topic.name();
    }

    /** The types of messages on a topic. */
    private static List<MessageType> on(Topic topic) {
        return Arrays.stream(MessageType.values())
                .filter(type -> switch (topic.kind()) {
                    case REQUESTS ->
                        type.isRequest()
                                && Topics.requests(type.receiver(), CLIENT).equals(topic.name());
                    case REPLIES -> type.isReply();
                    case EVENTS ->
                        type == MessageType.REQUESTS_REFUSED
                                ? !topic.name().equals(Topics.PASSWORD_EVENTS)
                                : type.topic().filter(topic.name()::equals).isPresent();
                    default ->
                        type == MessageType.PUBLISHED_KEYS
                                ? isKeys(topic)
                                : type.topic().filter(topic.name()::equals).isPresent();
                })
                .toList();
    }

    private static boolean isKeys(Topic topic) {
        return Stream.of(Service.values()).map(Topics::keys).anyMatch(topic.name()::equals);
    }

    // ---- operations

    private void operations() {
        ObjectNode all = document.putObject("operations");
        for (MessageType type : MessageType.values()) if (type.isRequest()) ask(type, all);
        for (Service service : Service.values()) {
            for (Topic topic : channels.values()) {
                if (may(service.principal(), topic, Operation.READ))
                    operation(service.principal(), "receive", topic, on(topic), all);
                if (may(service.principal(), topic, Operation.WRITE))
                    operation(service.principal(), "send", topic, writtenBy(service, topic), all);
            }
        }
        for (Topic topic : channels.values()) {
            if (topic.kind() == Topic.Kind.STATE && may(CLIENT, topic, Operation.READ))
                operation(CLIENT, "receive", topic, on(topic), all);
            for (String reader : List.of(SUBSCRIBER, AUDITOR))
                if (may(reader, topic, Operation.READ)) operation(reader, "receive", topic, on(topic), all);
        }
    }

    /** A client asks and gets its final reply. */
    private void ask(MessageType request, ObjectNode all) {
        String name = request.type().getSimpleName();
        Topic requests = Objects.requireNonNull(channels.get(channel(Topics.requests(request.receiver(), CLIENT))));
        ObjectNode operation = operation(
                CLIENT, "send", requests, List.of(request), all, CLIENT + "." + Schemas.kebab(request.type()));
        operation.put("title", name);
        operation.put("x-needs", request.needs().name());
        request.usefulFor().ifPresent(age -> operation.put("x-useful-for", age.toString()));
        String replies = channel(Topics.replies(CLIENT));
        ObjectNode reply = operation.putObject("reply");
        reply.putObject("channel").put("$ref", "#/channels/" + replies);
        ArrayNode messages = reply.putArray("messages");
        FinalReplies.to(request).stream()
                .map(FinalReply::type)
                .distinct()
                .forEach(type -> messages.addObject().put("$ref", inChannel(replies, type)));
        ArrayNode finals = operation.putArray("x-final-replies");
        for (FinalReply possible : FinalReplies.to(request))
            finals.addObject()
                    .put("message", possible.type().wireName())
                    .put("from", possible.from().principal());
    }

    private void operation(
            String principal, String action, Topic topic, Collection<MessageType> messages, ObjectNode all) {
        String verb = action.equals("send") ? "writes" : "reads";
        operation(principal, action, topic, messages, all, principal + "." + verb + "." + channel(topic.name()));
    }

    private static ObjectNode operation(
            String principal, String action, Topic topic, Collection<MessageType> messages, ObjectNode all, String id) {
        ObjectNode operation = all.putObject(id);
        operation.put("action", action);
        operation.putObject("channel").put("$ref", "#/channels/" + channel(topic.name()));
        ArrayNode refs = operation.putArray("messages");
        for (MessageType type : messages) refs.addObject().put("$ref", inChannel(channel(topic.name()), type));
        operation.put("x-principal", principal.equals(CLIENT) ? "{client}" : principal);
        return operation;
    }

    private static String inChannel(String channel, MessageType type) {
        return "#/channels/" + channel + "/messages/" + type.wireName();
    }

    private boolean may(String principal, Topic topic, Operation operation) {
        return grants.contains(new AccessTable.Grant(principal, Resource.TOPIC, topic.name(), operation));
    }

    /** Of a client's replies each service writes its own. */
    private static List<MessageType> writtenBy(Service service, Topic topic) {
        if (topic.kind() != Topic.Kind.REPLIES) return on(topic);
        return on(topic).stream()
                .filter(reply -> Arrays.stream(MessageType.values())
                        .filter(MessageType::isRequest)
                        .flatMap(request -> FinalReplies.to(request).stream())
                        .anyMatch(possible -> possible.equals(new FinalReply(reply, service))))
                .toList();
    }

    // ---- components

    private void components() {
        ObjectNode messages = document.withObject("/components/messages");
        ObjectNode all = document.withObject("/components/schemas");
        for (MessageType type : MessageType.values()) {
            messages.set(type.wireName(), message(type));
            all.set(type.wireName(), schemas.of(type));
        }
        for (Class<?> secret : Secret.class.getPermittedSubclasses())
            all.set("sealed." + Schemas.kebab(secret), schemas.of(secret.asSubclass(Secret.class)));
        schemas.shared().forEach(all::set);
        for (HeaderSchemas.Kind kind : HeaderSchemas.Kind.values()) all.set(kind.schemaName(), HeaderSchemas.of(kind));
    }

    private static ObjectNode message(MessageType type) {
        ObjectNode message = ContractFiles.JSON.createObjectNode();
        About about = type.type().getAnnotation(About.class);
        message.put("name", type.wireName());
        message.put("title", type.type().getSimpleName());
        if (about != null) message.put("summary", about.value());
        message.put("contentType", "application/json");
        message.set("headers", HeaderSchemas.of(type));
        message.putObject("payload").put("$ref", "#/components/schemas/" + type.wireName());
        message.putObject("correlationId")
                .put("description", "id of the client's request that all this comes from")
                .put("location", "$message.header#/" + (type.isRequest() ? "ce_id" : "ce_correlationid"));
        ObjectNode binding = message.withObject("/bindings/kafka");
        binding.set("key", HeaderSchemas.key(type));
        binding.put("bindingVersion", "0.5.0");
        return message;
    }
}
