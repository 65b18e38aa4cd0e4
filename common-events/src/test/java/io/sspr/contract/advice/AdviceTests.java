package io.sspr.contract.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.policy.Ineligibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdviceTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "eligibility.md");

    @ParameterizedTest
    @ValueSource(strings = {"en", "sl"})
    void everyProblemHasASentenceForBothReadersAndNothingElseHas(String language) {
        Set<String> keys = new TreeSet<>();
        Stream.<Enum<?>>concat(Stream.of(Ineligibility.values()), Stream.of(CommonProblem.values()))
                .forEach(problem -> keys.addAll(List.of(problem + ".person", problem + ".administrator")));
        assertThat(Advice.in(language).sentences().keySet()).isEqualTo(keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sl"})
    void aSentenceBeginsAndEndsAsOneAndStandsOnce(String language) {
        Map<String, String> sentences = Advice.in(language).sentences();
        assertThat(sentences)
                .allSatisfy((key, sentence) ->
                        assertThat(sentence).matches("(?s)\\p{Lu}.{20,400}\\.").doesNotContain("\n", "|", "  "));
        // Members of an excluded group and people outside all groups need not learn which of it they are.
        assertThat(Set.copyOf(sentences.values())).hasSize(sentences.size());
    }

    @Test
    void noSentenceIsTheSameInTwoLanguages() {
        Map<String, String> slovenian = Advice.in("sl").sentences();
        assertThat(Advice.in("en").sentences())
                .allSatisfy((key, sentence) -> assertThat(slovenian.get(key)).isNotEqualTo(sentence));
    }

    @Test
    void looksUpByLanguageAndFallsBackToEnglish() {
        assertThat(Advice.in("sl-SI").language()).isEqualTo("sl");
        assertThat(Advice.in("sl_SI").language()).isEqualTo("sl");
        for (String other : List.of("de-AT", "", "no such thing"))
            assertThat(Advice.in(other).language()).as(other).isEqualTo("en");
        assertThat(Advice.in("sl").person(Ineligibility.TOO_NEW)).contains("prenov");
        assertThat(Advice.in("en").administrator(Ineligibility.TOO_NEW)).contains("quarantine");
        assertThat(Advice.in("en").person(CommonProblem.MAIL_NOT_ARRIVED)).contains("unwanted mail");
        assertThat(Advice.in("en").administrator(CommonProblem.MAIL_NOT_ARRIVED))
                .contains("mail server");
    }

    @Test
    void theDocumentHasTheSameSentences() throws IOException {
        List<String> rows = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        Advice advice = Advice.in("en");
        Stream<String> ineligibilities = Stream.of(Ineligibility.values())
                .map(reason -> "| `%s` | %s | %s | %s |"
                        .formatted(
                                reason,
                                reason.entraCode().orElse("none"),
                                advice.person(reason),
                                advice.administrator(reason)));
        Stream<String> problems = Stream.of(CommonProblem.values())
                .map(problem ->
                        "| `%s` | %s | %s |".formatted(problem, advice.person(problem), advice.administrator(problem)));
        assertThat(rows)
                .containsExactlyElementsOf(
                        Stream.concat(ineligibilities, problems).toList());
    }
}
