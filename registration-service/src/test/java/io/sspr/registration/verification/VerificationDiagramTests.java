package io.sspr.registration.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.policy.CodeLimits;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.policy.ProofLimits;
import io.sspr.registration.kind.Match;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VerificationDiagramTests {

    private static final ProofLimits PROOFS = Presets.SAFE_LIMITS.proofs();
    private static final CodeLimits CODES = Presets.SAFE_LIMITS.codes();
    private static final Path DIAGRAM = Path.of("src/main/java/io/sspr/registration/verification/verification.mermaid");
    private static final Pattern EDGE = Pattern.compile("([^\\s:]+) --> ([^\\s:]+)(?:: (.+))?");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);

    @Test
    void showsExactlyTheTransitionsOfTheDecider() throws IOException {
        assertThat(drawn(".+")).isEqualTo(decided());
    }

    @Test
    void showsExactlyTheEndsThatNothingLeadsOutOf() throws IOException {
        Set<String> ends = Arrays.stream(VerificationStatus.values())
                .filter(VerificationDiagramTests::isEnd)
                .map(status -> status + " --> [*]")
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(drawn("")).isEqualTo(ends);
    }

    private static Set<String> decided() {
        Set<String> edges = new TreeSet<>();
        edges.add("[*] --> " + begun().status() + ": begin");
        for (int attempts : new int[] {0, 4})
            for (int wrongInARow : new int[] {0, 99}) {
                Progress open = new Progress(VerificationStatus.OPEN, attempts, 1, LATER, LATER, NOW);
                Admission.Counted counted = (Admission.Counted)
                        VerificationDecider.admit(open, new ProofTally(wrongInARow, null), PROOFS, true, NOW);
                Verdict right = VerificationDecider.judge(counted, new Match.Right("1"), PROOFS);
                Verdict wrong = VerificationDecider.judge(counted, new Match.Wrong(Refusal.WRONG_PROOF), PROOFS);
                Renewal renewal = VerificationDecider.renew(open, MethodKind.EMAIL, CODES, true, NOW);
                edges.add(edge(open, ((Verdict.Proven) right).progress(), "right proof"));
                edges.add(edge(open, ((Verdict.Rejected) wrong).progress(), "wrong proof"));
                edges.add(edge(open, ((Renewal.Granted) renewal).progress(), "renew"));
                Admission.Exhausted exhausted = (Admission.Exhausted)
                        VerificationDecider.admit(open, new ProofTally(100, null), PROOFS, true, NOW);
                edges.add(edge(open, exhausted.verdict().progress(), "stricter policy"));
                edges.add(edge(open, VerificationDecider.end(open), "end"));
                edges.add(edge(open, VerificationDecider.expire(open), "expire"));
            }
        return edges;
    }

    private static boolean isEnd(VerificationStatus status) {
        Progress progress = begun().with(status);
        if (VerificationDecider.admit(progress, ProofTally.NONE, PROOFS, true, NOW) instanceof Admission.Counted)
            return false;
        assertThat(VerificationDecider.renew(progress, MethodKind.EMAIL, CODES, true, LATER))
                .isInstanceOf(Renewal.Refused.class);
        assertThatThrownBy(() -> VerificationDecider.end(progress)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> VerificationDecider.expire(progress)).isInstanceOf(IllegalStateException.class);
        return true;
    }

    private static Progress begun() {
        return VerificationDecider.begin(MethodKind.EMAIL, CODES, NOW, LATER);
    }

    private static String edge(Progress from, Progress to, String trigger) {
        return from.status() + " --> " + to.status() + ": " + trigger;
    }

    private static Set<String> drawn(String trigger) throws IOException {
        return EDGE.matcher(Files.readString(DIAGRAM))
                .results()
                .filter(edge -> (edge.group(3) == null ? "" : edge.group(3)).matches(trigger))
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
