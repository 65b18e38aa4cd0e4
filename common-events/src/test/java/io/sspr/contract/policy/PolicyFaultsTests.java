package io.sspr.contract.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Undecodable;
import io.sspr.contract.state.Policy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PolicyFaultsTests {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void thePresetsHaveNone() {
        assertThat(PolicyFaults.of(Presets.safe())).isEmpty();
        assertThat(PolicyFaults.of(Presets.entra())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "/gates|0|gates",
                "/gates|3|gates",
                "/gates|3|gates",
                "/kinds|[]|kinds",
                "/kinds|[\"EMAIL\"]|gates",
                "/kinds|[\"EMAIL\",\"EMAIL\"]|kinds",
                "/kinds|[\"EMAIL\",\"ADMINISTRATOR_CODE\"]|kinds",
                "/methodRules/quarantineHours|-1|methodRules.quarantineHours",
                "/methodRules/quarantineHours|721|methodRules.quarantineHours",
                "/stopped/kinds|[\"SMS\",\"SMS\"]|stopped.kinds",
                "/passwordRules/minimumLength|7|passwordRules.minimumLength",
                "/passwordRules/minimumLength|257|passwordRules.minimumLength",
                "/passwordRules/maximumLength|63|passwordRules.maximumLength",
                "/passwordRules/maximumLength|257|passwordRules.maximumLength",
                "/scope/scope|\"SELECTED\"|scope.include",
                "/scope/include|[\" \"]|scope.include",
                "/administrators/gates|0|administrators.gates",
                "/administrators/gates|3|administrators.gates",
                "/administrators/kinds|[\"EMAIL\"]|administrators.gates",
                "/administrators/kinds|[\"EMAIL\",\"RECOVERY_CODE\",\"SMS\"]|administrators.kinds",
                "/signIn/methods|-1|signIn.methods",
                "/signIn/methods|3|signIn.methods",
                "/signIn/kinds|[\"ADMINISTRATOR_CODE\"]|signIn.kinds",
                "/registration/skips|-1|registration.skips",
                "/registration/deadlineDays|-1|registration.deadlineDays",
                "/registration/required|false|registration.reconfirmDays",
                "/registration/required|false|registration.skips",
                "/registration/required|false|registration.deadlineDays",
                "/passwordChecks/minimumLengthBesideFactor|7|passwordChecks.minimumLengthBesideFactor",
                "/passwordChecks/classes|5|passwordChecks.classes",
                "/passwordChecks/historyOnChange|25|passwordChecks.historyOnChange",
                "/passwordChecks/historyOnReset|-1|passwordChecks.historyOnReset",
                "/passwordChecks/words/organisationNames|[\"Kinara\",\"\"]|passwordChecks.words.organisationNames[1]",
                "/passwordChecks/words/organisationNames|[\"    \"]|passwordChecks.words.organisationNames[0]",
                "/passwordChecks/words/organisationNames|[\"IBM\"]|passwordChecks.words.organisationNames[0]",
                "/passwordChecks/words/organisationNames|[\"Z\\u030ci\u010d\"]|passwordChecks.words.organisationNames[0]",
                "/limits/proofs/inVerification|21|limits.proofs.inVerification",
                "/limits/proofs/freeInARow|-1|limits.proofs.freeInARow",
                "/limits/proofs/firstWaitSeconds|-1|limits.proofs.firstWaitSeconds",
                "/limits/proofs/longestWaitSeconds|29|limits.proofs.longestWaitSeconds",
                "/limits/proofs/untilLocked|101|limits.proofs.untilLocked",
                "/limits/codes/lifeSeconds|601|limits.codes.lifeSeconds",
                "/limits/codes/mailLifeSeconds|86401|limits.codes.mailLifeSeconds",
                "/limits/codes/resends|11|limits.codes.resends",
                "/limits/codes/firstResendSeconds|9|limits.codes.firstResendSeconds",
                "/limits/resets/inactivitySeconds|59|limits.resets.inactivitySeconds",
                "/limits/resets/lifeSeconds|3601|limits.resets.lifeSeconds",
                "/limits/resets/choices|0|limits.resets.choices",
                "/limits/resets/refusals|101|limits.resets.refusals",
                "/limits/resets/freePerHour|0|limits.resets.freePerHour",
                "/limits/resets/longestWaitSeconds|1|limits.resets.longestWaitSeconds",
                "/limits/resets/strongOnlyPerDay|0|limits.resets.strongOnlyPerDay",
                "/limits/signIns/failures|0|limits.signIns.failures",
                "/limits/signIns/firstLockSeconds|0|limits.signIns.firstLockSeconds",
                "/limits/signIns/longestLockSeconds|59|limits.signIns.longestLockSeconds",
                "/limits/signIns/remembered|11|limits.signIns.remembered",
                "/limits/messages/destinationPerHour|0|limits.messages.destinationPerHour",
                "/limits/messages/destinationPerDay|0|limits.messages.destinationPerDay",
                "/limits/messages/accountPerHour|0|limits.messages.accountPerHour",
                "/limits/messages/accountPerDay|0|limits.messages.accountPerDay",
                "/limits/messages/clientPerHour|0|limits.messages.clientPerHour",
                "/limits/messages/allPerHour|0|limits.messages.allPerHour",
                "/limits/messages/textsPerPrefixPerHour|0|limits.messages.textsPerPrefixPerHour",
                "/limits/messages/textsPerCountryPerHour|0|limits.messages.textsPerCountryPerHour",
                "/limits/messages/textsPerDay|0|limits.messages.textsPerDay",
                "/limits/messages/textNoticesPerDay|0|limits.messages.textNoticesPerDay",
                "/limits/messages/helpPerHour|0|limits.messages.helpPerHour",
                "/help/mail|\"Help <help@example.org>\"|help.mail",
                "/help/link|\"http://help.example.org\"|help.link",
                "/help/link|\"https:///\"|help.link"
            })
    void namesWhatCannotBe(String pointer, String value, String path) throws Undecodable {
        assertThat(paths(with(Presets.safe(), pointer, value))).contains(path);
    }

    @ParameterizedTest
    @CsvSource({"most", "withinSeconds", "blockSeconds"})
    void namesBlocksOfNothing(String part) throws Undecodable {
        assertThat(paths(with(Presets.entra(), "/limits/blocks/1/" + part, "0")))
                .containsExactly("limits.blocks[1]." + part);
    }

    @Test
    void smsIsNeverTheOnlyWay() throws Undecodable {
        Policy policy = with(with(Presets.entra(), "/kinds", "[\"SMS\"]"), "/administrators/allowed", "false");
        assertThat(paths(policy)).containsExactly("kinds");
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "730, true", "731, false"})
    void t9ReconfirmationIsAskedForAfter0To730Days(String days, boolean valid) throws Undecodable {
        assertThat(PolicyFaults.of(with(Presets.safe(), "/registration/reconfirmDays", days))
                        .isEmpty())
                .isEqualTo(valid);
    }

    static Stream<Arguments> t13Terms() {
        return Stream.of(
                arguments(
                        IntStream.range(1000, 2000).mapToObj(Integer::toString).toList(), true),
                arguments(
                        IntStream.range(1000, 2001).mapToObj(Integer::toString).toList(), false),
                arguments(List.of("abc"), false),
                arguments(List.of("abcd"), true),
                arguments(List.of("abcdefghijklmnop"), true),
                arguments(List.of("abcdefghijklmnopq"), false),
                arguments(List.of("Contoso", "contoso"), false),
                // A letter and its mark are one character, and the same however they are written.
                arguments(List.of("Z\u030ci\u010d"), false),
                arguments(List.of("C\u030cebela", "\u010debela"), false));
    }

    @ParameterizedTest
    @MethodSource
    void t13Terms(List<String> terms, boolean valid) throws Undecodable {
        String list = JSON.writeValueAsString(terms);
        assertThat(PolicyFaults.of(with(Presets.safe(), "/passwordChecks/words/terms", list))
                        .isEmpty())
                .isEqualTo(valid);
    }

    @Test
    void namesAllFaultsAtOnceButNoMoreThanAReplyHolds() throws Undecodable {
        Policy two = with(with(Presets.safe(), "/gates", "0"), "/help/mail", "\"nobody\"");
        assertThat(paths(two)).containsExactly("gates", "help.mail");
        String many = JSON.writeValueAsString(
                IntStream.range(0, 500).mapToObj(Integer::toString).toList());
        assertThat(PolicyFaults.of(with(Presets.safe(), "/passwordChecks/words/terms", many)))
                .hasSize(100);
    }

    private static List<String> paths(Policy policy) {
        return PolicyFaults.of(policy).stream().map(PolicyFault::path).toList();
    }

    private static Policy with(Policy policy, String pointer, String value) throws Undecodable {
        JsonNode document = JSON.readTree(ContractJson.write(policy));
        int last = pointer.lastIndexOf('/');
        JsonNode parent = document.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (parent instanceof ObjectNode object) object.set(name, JSON.readTree(value));
        else ((ArrayNode) parent).set(Integer.parseInt(name), JSON.readTree(value));
        return ContractJson.read(document.toString().getBytes(StandardCharsets.UTF_8), Policy.class);
    }
}
