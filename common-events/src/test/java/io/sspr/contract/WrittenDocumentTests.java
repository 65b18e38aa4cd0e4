package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sspr.contract.policy.Presets;
import io.sspr.contract.state.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDocumentTests {

    @Test
    void readsWhatIsPrinted() throws Exception {
        for (Policy policy : List.of(Presets.safe(), Presets.entra()))
            assertThat(WrittenDocument.read(ContractJson.writePretty(policy), Policy.class))
                    .isEqualTo(policy);
    }

    @Test
    void namesEverythingThatIsWrongWithItsPlace() {
        String text = ContractJson.writePretty(Presets.entra())
                .replace("\"gates\" : 1,", "\"gates\" : \"1\",\n  \"gatez\" : 2,")
                .replace("\"resends\" : 10", "\"resends\" : 10.5")
                .replace("\"counted\" : \"TRIES\"", "\"counted\" : \"TRYS\"")
                .replace("\"required\" : true", "\"required\" : 1")
                .replace("\"importedCount\" : true", "\"imported\" : true");
        assertThat(faults(text))
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("Line 4, column 3: gatez is not known; the document has version, gates, kinds,"));
        assertThat(faults(text))
                .hasSize(7)
                .anyMatch(fault -> fault.equals("Line 3, column 3: gates must be a whole number."))
                .anyMatch(fault -> fault.endsWith(": limits.codes.resends must be a whole number."))
                .anyMatch(fault -> fault.contains(": limits.blocks[1].counted must be one of WRONG_PROOFS, TRIES")
                        && fault.endsWith(", and is \"TRYS\"."))
                .anyMatch(fault -> fault.endsWith(": registration.required must be true or false."))
                .anyMatch(fault -> fault.contains(": methodRules.imported is not known;"))
                .anyMatch(fault -> fault.endsWith(": methodRules.importedCount is missing."))
                .allMatch(fault -> fault.matches("Line \\d+, column \\d+: .*\\."));
    }

    @Test
    void namesThePlaceWhereItCeasesToBeJson() {
        assertThat(faults("{\n  \"version\" : 1,\n  gates : 2\n}"))
                .singleElement()
                .asString()
                .startsWith("Line 3, column ");
        assertThat(faults("{\"version\" : 1, \"version\" : 1}"))
                .singleElement()
                .asString()
                .containsIgnoringCase("duplicate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "[]", "null", "7", "\"text\"", "{}", "{} {}", "{\"version\":1e99}"})
    void whatIsNoDocumentIsSaid(String text) {
        assertThatThrownBy(() -> WrittenDocument.read(text, Policy.class)).isInstanceOf(WrittenDocument.Faulty.class);
        assertThat(faults(text)).isNotEmpty().allMatch(fault -> !fault.isBlank());
    }

    @Test
    void lengthsHoldToo() {
        String text = ContractJson.writePretty(Presets.safe())
                .replace("\"help\" : { }", "\"help\" : { \"mail\" : \"" + "a".repeat(300) + "\" }");
        assertThat(faults(text)).singleElement().asString().contains("help.mail has 300 characters");
    }

    private static List<String> faults(String text) {
        return catchThrowableOfType(WrittenDocument.Faulty.class, () -> WrittenDocument.read(text, Policy.class))
                .faults();
    }
}
