package io.sspr.contract;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Schemas of the headers and keys of records, as {@link MessageCodec} writes them: every header is text in UTF-8. */
final class HeaderSchemas {

    /** What the attributes of a message depend on. */
    enum Kind {
        REQUEST,
        REPLY,
        INTERNAL,
        EVENT,
        STATE;

        static Kind of(MessageType type) {
            if (type.isRequest()) return REQUEST;
            if (type.isReply()) return REPLY;
            if (type.isInternal()) return INTERNAL;
            return type.isEvent() ? EVENT : STATE;
        }

        String schemaName() {
            return "headers."
                    + switch (this) {
                        case REQUEST -> "request";
                        case REPLY -> "reply";
                        case INTERNAL -> "internal";
                        case EVENT -> "event";
                        case STATE -> "state";
                    };
        }
    }

    private HeaderSchemas() {}

    /** What all messages of a kind have in common. */
    static ObjectNode of(Kind kind) {
        ObjectNode schema = object("CloudEvents attributes; readers must ignore headers that they do not know.");
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.set("ce_specversion", text("CloudEvents 1.0").put("const", "1.0"));
        properties.set("ce_id", uuid(kind == Kind.REQUEST ? "id of the request, made by the client" : "id"));
        properties.set(
                "ce_source",
                text(kind == Kind.REQUEST ? "name of the client" : "name of the service")
                        .put("pattern", "^[!-~]{1,256}$"));
        properties.set("ce_type", text("wire name"));
        properties.set(
                "ce_time", text("when it happened, by the writer's clock").put("format", "date-time"));
        properties.set("content-type", text("application/json"));
        ArrayNode required = ContractFiles.JSON
                .createArrayNode()
                .add("ce_specversion")
                .add("ce_id")
                .add("ce_source")
                .add("ce_type")
                .add("ce_time")
                .add("content-type");
        if (kind == Kind.INTERNAL || kind == Kind.EVENT || kind == Kind.STATE) {
            properties.set("ce_subject", subject(kind));
            required.add("ce_subject");
        }
        if (kind == Kind.INTERNAL || kind == Kind.EVENT)
            properties.set("ce_resetid", uuid("the reset that it belongs to, if any"));
        if (kind == Kind.EVENT) {
            properties.set(
                    "ce_keysequence",
                    text("1, 2, 3 ... per topic and key, without gaps").put("pattern", "^[1-9][0-9]{0,17}$"));
            required.add("ce_keysequence");
        }
        if (kind != Kind.REQUEST) {
            properties.set("ce_correlationid", uuid("id of the client's request that all this comes from"));
            properties.set("ce_causationid", uuid("id of the message that this is a consequence of"));
        }
        if (kind == Kind.REPLY || kind == Kind.INTERNAL) required.add("ce_correlationid");
        properties.set(
                "traceparent",
                text("W3C Trace Context, version 00").put("pattern", "^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$"));
        schema.set("required", required);
        return schema;
    }

    /** Of one message. */
    static ObjectNode of(MessageType type) {
        ObjectNode schema = ContractFiles.JSON.createObjectNode().put("type", "object");
        schema.putArray("allOf")
                .addObject()
                .put("$ref", "#/components/schemas/" + Kind.of(type).schemaName());
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("ce_type").put("const", type.wireName());
        if (type.isRequest() && type.takesAssertion()) {
            properties.set(
                    "assertion",
                    text("compact JWS of the client on who is signed in").put("maxLength", 4096));
            if (type.needsAssertion()) schema.putArray("required").add("assertion");
        }
        return schema;
    }

    /** Of the record's key. */
    static ObjectNode key(MessageType type) {
        return switch (Kind.of(type)) {
            case REQUEST -> text("any; the flow is recommended, services do not rely on it");
            case REPLY -> uuid("the flow, else the id of the request");
            case INTERNAL -> uuid("ce_subject, which is the account");
            case EVENT -> uuid("ce_subject: the account when it is known, else the reset or verification");
            case STATE -> text("ce_subject: what the fact is of");
        };
    }

    private static ObjectNode subject(Kind kind) {
        return switch (kind) {
            case EVENT -> uuid("the account when it is known, else the reset or verification");
            case INTERNAL -> uuid("the account");
            default ->
                text("what the fact is of: an id, or the word policy or keys").put("pattern", "^[!-~]{1,256}$");
        };
    }

    private static ObjectNode uuid(String about) {
        return text(about).put("format", "uuid").put("pattern", Schemas.UUID_PATTERN);
    }

    private static ObjectNode text(String about) {
        return object(about).put("type", "string");
    }

    private static ObjectNode object(String about) {
        return ContractFiles.JSON.createObjectNode().put("description", about);
    }
}
