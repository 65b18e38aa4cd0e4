package io.sspr.contract;

import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes JSON Schemas from the records, in the words that draft 2020-12 and the older draft of AsyncAPI have in common.
 * What several records share (enums, parts of records) is told once and referred to.
 */
final class Schemas {

    static final String UUID_PATTERN = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

    private static final String JWE_PATTERN =
            "^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$";
    private static final String TOLERANCE = " Writers write exactly this."
            + " Readers must ignore properties that they do not know and be ready for values that enums do not have yet.";

    private final String sharedAt;
    private final String secretsAt;
    private final String secretsEnd;
    private final Map<String, ObjectNode> shared = new TreeMap<>();

    private Schemas(String sharedAt, String secretsAt, String secretsEnd) {
        this.sharedAt = sharedAt;
        this.secretsAt = secretsAt;
        this.secretsEnd = secretsEnd;
    }

    /** For schemas that refer to one another within one document. */
    static Schemas within(String place) {
        return new Schemas(place, place + "sealed.", "");
    }

    /** A file of its own for a message. */
    static ObjectNode file(MessageType type) {
        Schemas schemas = new Schemas("#/$defs/", "sealed/", ".json");
        return schemas.file(type.wireName(), schemas.of(type));
    }

    /** A file of its own for what a seal holds. */
    static ObjectNode file(Class<? extends Secret> secret) {
        Schemas schemas = new Schemas("#/$defs/", "", ".json");
        return schemas.file(kebab(secret), schemas.of(secret));
    }

    private ObjectNode file(String title, ObjectNode schema) {
        ObjectNode file = object();
        file.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        file.put("title", title);
        file.setAll(schema);
        if (!shared.isEmpty()) shared.forEach(file.withObject("/$defs")::set);
        return file;
    }

    ObjectNode of(MessageType type) {
        return tolerant(ofRecord(type.type(), sealedTo(type)));
    }

    ObjectNode of(Class<? extends Secret> secret) {
        return tolerant(ofRecord(secret, null));
    }

    private static ObjectNode tolerant(ObjectNode schema) {
        return schema.put("description", schema.get("description").stringValue() + TOLERANCE);
    }

    /** What the schemas made so far refer to, by name. */
    Map<String, ObjectNode> shared() {
        return shared;
    }

    /** Who opens the seals of a message. */
    private static String sealedTo(MessageType type) {
        if (type.isRequest()) return type.receiver().principal();
        return type.isReply() ? "replyKey of the request" : Service.NOTIFICATION.principal();
    }

    private ObjectNode ofRecord(Class<?> type, @Nullable String sealedTo) {
        ObjectNode schema = object();
        About about = type.getAnnotation(About.class);
        if (about == null) throw new IllegalStateException(type + " stands on the wire and needs @About");
        schema.put("description", about.value());
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = ContractFiles.JSON.createArrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), ofComponent(component, sealedTo));
            if (!ContractJson.isOptional(component)) required.add(component.getName());
        }
        if (!required.isEmpty()) schema.set("required", required);
        schema.put("additionalProperties", false);
        return schema;
    }

    private ObjectNode ofComponent(RecordComponent component, @Nullable String sealedTo) {
        ObjectNode schema = ofType(component.getGenericType());
        if (component.getType() == List.class) schema.put("maxItems", ContractJson.mostElements(component));
        About about = component.getAnnotation(About.class);
        Length length = component.getAnnotation(Length.class);
        Seals seals = component.getAnnotation(Seals.class);
        if (length != null) {
            if (length.min() > 0) schema.put("minLength", length.min());
            schema.put("maxLength", length.max());
        }
        if (seals != null) {
            schema.put("x-sealed-to", sealedTo);
            schema.putObject("x-sealed-content").put("$ref", secretsAt + kebab(seals.value()) + secretsEnd);
        }
        if (about == null) return schema;
        ObjectNode described = object().put("description", about.value());
        // Beside a $ref older drafts ignore everything.
        if (schema.has("$ref")) described.putArray("allOf").add(schema);
        else described.setAll(schema);
        return described;
    }

    private ObjectNode ofType(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            ObjectNode schema = object().put("type", "array");
            schema.set("items", ofType(list.getActualTypeArguments()[0]));
            return schema;
        }
        if (type == String.class) return object().put("type", "string");
        if (type == UUID.class)
            return object().put("type", "string").put("format", "uuid").put("pattern", UUID_PATTERN);
        if (type == Instant.class) return object().put("type", "string").put("format", "date-time");
        if (type == boolean.class) return object().put("type", "boolean");
        if (type == Boolean.class) return object().put("type", "boolean");
        if (type == int.class || type == long.class || type == Integer.class)
            return object().put("type", "integer").put("minimum", 0);
        if (type == Sealed.class)
            return object().put("type", "string").put("maxLength", 16 * 1024).put("pattern", JWE_PATTERN);
        if (type instanceof Class<?> named && (named.isEnum() || named.isRecord())) {
            String name = named.getSimpleName();
            if (!shared.containsKey(name)) shared.put(name, named.isEnum() ? ofEnum(named) : ofRecord(named, null));
            return object().put("$ref", sharedAt + name);
        }
        throw new IllegalArgumentException("the contract has no JSON for " + type);
    }

    private static ObjectNode ofEnum(Class<?> type) {
        ObjectNode schema = object().put("type", "string");
        ArrayNode values = schema.putArray("enum");
        ObjectNode meanings = schema.putObject("x-enum-descriptions");
        for (Object constant : type.getEnumConstants()) {
            String name = ((Enum<?>) constant).name();
            values.add(name);
            meanings.put(name, meaning((Enum<?>) constant));
        }
        return schema;
    }

    /** What a value that stands on the wire means. */
    static String meaning(Enum<?> constant) {
        try {
            About about = constant.getDeclaringClass().getField(constant.name()).getAnnotation(About.class);
            if (about == null) throw new IllegalStateException(constant + " stands on the wire and needs @About");
            return about.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code NewPasswordEntry} is {@code new-password-entry}. */
    static String kebab(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static ObjectNode object() {
        return ContractFiles.JSON.createObjectNode();
    }
}
