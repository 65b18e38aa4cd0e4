package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sspr.contract.FinalReplies.FinalReply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AsyncApiTests {

    private static final String FILE = "asyncapi.json";

    @BeforeAll
    static void writeIt() {
        if (ContractFiles.writing()) ContractFiles.write(FILE, ContractFiles.pretty(AsyncApiDocument.make()));
    }

    @Test
    void thePublishedDocumentSaysWhatTheCodeSays() {
        ContractFiles.says(FILE, ContractFiles.pretty(AsyncApiDocument.make()));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        JsonNode document = ContractFiles.readJson(FILE);
        List<String> refs = document.findValuesAsString("$ref");
        assertThat(refs).isNotEmpty().allSatisfy(ref -> {
            assertThat(ref).startsWith("#/");
            assertThat(document.at(ref.substring(1)).isMissingNode()).as(ref).isFalse();
        });
    }

    @Test
    void everyMessageIsThereOnceAndOnAChannel() {
        JsonNode document = ContractFiles.readJson(FILE);
        Set<String> names = new TreeSet<>();
        Arrays.stream(MessageType.values()).map(MessageType::wireName).forEach(names::add);
        assertThat(document.at("/components/messages").propertyNames()).hasSameElementsAs(names);
        assertThat(document.at("/components/messages").findValuesAsString("name"))
                .hasSize(names.size());
        Set<String> carried = new TreeSet<>();
        document.get("channels")
                .forEach(channel -> carried.addAll(channel.get("messages").propertyNames()));
        assertThat(carried).isEqualTo(names);
    }

    @Test
    void everyRequestNamesTheServiceWhatItNeedsAndItsFinalReplies() {
        JsonNode operations = ContractFiles.readJson(FILE).get("operations");
        for (MessageType request : requests()) {
            JsonNode operation = operations.get("client." + Schemas.kebab(request.type()));
            assertThat(operation.at("/channel/$ref").stringValue())
                    .isEqualTo("#/channels/sspr." + request.receiver().shortName() + ".requests");
            assertThat(operation.get("x-needs").stringValue())
                    .isEqualTo(request.needs().name());
            assertThat(operation.at("/reply/channel/$ref").stringValue()).isEqualTo("#/channels/sspr.replies");
            assertThat(operation.at("/reply/messages")).isNotEmpty();
            assertThat(operation.get("x-final-replies"))
                    .hasSize(FinalReplies.to(request).size());
        }
    }

    @Test
    void everyReplyIsTheFinalReplyToSomeRequest() {
        List<MessageType> possible = new ArrayList<>();
        for (MessageType request : requests())
            for (FinalReply reply : FinalReplies.to(request)) {
                assertThat(reply.type().isReply()).as(reply.toString()).isTrue();
                possible.add(reply.type());
            }
        assertThat(possible)
                .containsAll(Arrays.stream(MessageType.values())
                        .filter(MessageType::isReply)
                        .toList());
    }

    @Test
    void nobodyAnswersWhoMayNotWriteReplies() {
        for (MessageType request : requests())
            for (FinalReply reply : FinalReplies.to(request))
                assertThat(Principals.grants())
                        .contains(new AccessTable.Grant(
                                reply.from().principal(),
                                AccessTable.Resource.TOPIC,
                                Topics.replies("portal"),
                                AccessTable.Operation.WRITE));
    }

    @Test
    void itsSchemasAreThoseOfTheFiles() {
        JsonNode schemas = ContractFiles.readJson(FILE).at("/components/schemas");
        for (MessageType type : MessageType.values()) {
            ObjectNode file = Schemas.file(type);
            file.remove(List.of("$schema", "title", "$defs"));
            String here = schemas.get(type.wireName())
                    .toString()
                    .replaceAll("#/components/schemas/sealed\\.([a-z-]+)", "sealed/$1.json")
                    .replace("#/components/schemas/", "#/$defs/");
            assertThat(here).isEqualTo(file.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("io.sspr.contract.Samples#recorded")
    void everySampleIsValidWithItsHeadersAndKey(String name) {
        JsonNode document = ContractFiles.readJson(FILE);
        JsonNode sample = Samples.recorded(name);
        String message = "/components/messages/" + sample.at("/headers/ce_type").stringValue();
        assertThat(within(document, message + "/headers").validate(sample.get("headers")))
                .isEmpty();
        assertThat(within(document, message + "/payload").validate(sample.get("value")))
                .isEmpty();
        assertThat(within(document, message + "/bindings/kafka/key").validate(sample.get("key")))
                .isEmpty();
    }

    /** A schema of the document with all that it may refer to. */
    private static Schema within(JsonNode document, String pointer) {
        ObjectNode schema = (ObjectNode) document.at(pointer).deepCopy();
        schema.set("components", document.get("components"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
    }

    private static List<MessageType> requests() {
        return Arrays.stream(MessageType.values())
                .filter(MessageType::isRequest)
                .toList();
    }
}
