package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.LoginEntry;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SchemaTests {

    @ParameterizedTest
    @EnumSource
    void thePublishedSchemaOfAMessageSaysWhatItsRecordSays(MessageType type) {
        ContractFiles.says("schemas/" + type.wireName() + ".json", ContractFiles.pretty(Schemas.file(type)));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void thePublishedSchemaOfASealsContentSaysWhatItsRecordSays(Class<? extends Secret> secret) {
        ContractFiles.says(
                "schemas/sealed/" + Schemas.kebab(secret) + ".json", ContractFiles.pretty(Schemas.file(secret)));
    }

    @Test
    void thereIsNoSchemaOfAnythingElse() {
        assertThat(ContractFiles.jsonFilesIn("schemas"))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(MessageType.values())
                        .map(MessageType::wireName)
                        .toList());
        assertThat(ContractFiles.jsonFilesIn("schemas/sealed"))
                .containsExactlyInAnyOrderElementsOf(
                        secrets().map(Schemas::kebab).toList());
    }

    @ParameterizedTest
    @MethodSource("io.sspr.contract.Samples#recorded")
    void everySampleIsValid(String sample) {
        JsonNode json = Samples.recorded(sample);
        String type = json.get("headers").get("ce_type").stringValue();
        assertThat(schema("schemas/" + type + ".json").validate(json.get("value")))
                .isEmpty();
    }

    @Test
    void writersAreHeldToTheLetter() {
        Schema schema = schema("schemas/sspr.request.request-reset.v1.json");
        JsonNode good = ContractFiles.readJson("samples/sspr.request.request-reset.v1.json")
                .get("value");
        assertThat(schema.validate(good)).isEmpty();
        assertThat(schema.validate(((ObjectNode) good.deepCopy()).put("more", 1)))
                .isNotEmpty();
        assertThat(schema.validate(((ObjectNode) good.deepCopy()).put("flow", "mine")))
                .isNotEmpty();
        assertThat(schema.validate(((ObjectNode) good.deepCopy()).put("flowHash", "short")))
                .isNotEmpty();
        assertThat(schema.validate(((ObjectNode) good.deepCopy()).put("sealed", "a.b")))
                .isNotEmpty();
        ObjectNode incomplete = (ObjectNode) good.deepCopy();
        incomplete.remove("flow");
        assertThat(schema.validate(incomplete)).isNotEmpty();
    }

    @Test
    void theContentOfASealIsDescribedToo() {
        List<Secret> secrets = List.of(
                new LoginEntry("ana", null),
                new LoginEntry("ana", new Origin("192.0.2.0/24", "Firefox")),
                new AccountEntry("E-1", "ana", "sl", false));
        for (Secret secret : secrets)
            assertThat(schema("schemas/sealed/" + Schemas.kebab(secret.getClass()) + ".json")
                            .validate(new String(ContractJson.write(secret), StandardCharsets.UTF_8), InputFormat.JSON))
                    .isEmpty();
    }

    private static Schema schema(String file) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(ContractFiles.readJson(file));
    }

    static Stream<Class<? extends Secret>> secrets() {
        return Arrays.stream(Secret.class.getPermittedSubclasses()).map(type -> type.asSubclass(Secret.class));
    }
}
