package io.sspr.reset.flow;

import static io.sspr.contract.MethodKind.AUTHENTICATOR_APP;
import static io.sspr.contract.MethodKind.EMAIL;
import static io.sspr.reset.flow.AReset.CURRENT;
import static io.sspr.reset.flow.AReset.JANE;
import static io.sspr.reset.flow.AReset.KNOWN;
import static io.sspr.reset.flow.AReset.NOON;
import static io.sspr.reset.flow.AReset.SECRET;
import static io.sspr.reset.flow.AReset.bad;
import static io.sspr.reset.flow.AReset.beginning;
import static io.sspr.reset.flow.AReset.good;
import static io.sspr.reset.flow.AReset.granted;
import static io.sspr.reset.flow.AReset.method;
import static io.sspr.reset.flow.AReset.policy;
import static io.sspr.reset.flow.AReset.proof;
import static io.sspr.reset.flow.AReset.under;
import static io.sspr.reset.flow.AReset.unlock;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.policy.ResetLimits;
import io.sspr.contract.state.Policy;
import io.sspr.reset.APolicy;
import io.sspr.reset.throttle.Admission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The diagram shows the transitions that the decisions make, all of them and no others. */
class ResetDiagramTests {

    private static final Path DIAGRAM = Path.of("src/main/java/io/sspr/reset/flow/password-reset.mermaid");
    private static final Pattern ARROW = Pattern.compile("\\s*(\\S+) --> (\\w+): (\\w+)(,.*)?");
    private static final Policy ONE = shortly(policy(1, EMAIL, AUTHENTICATOR_APP));
    private static final List<Policy> POLICIES = List.of(ONE, shortly(policy(2, EMAIL, AUTHENTICATOR_APP)));

    private final ResetDecider decider = new ResetDecider();
    private final Set<String> made = new TreeSet<>();
    private final Set<Reset> seen = new HashSet<>();
    private final Deque<Reset> open = new ArrayDeque<>();

    @Test
    void theDiagramShowsWhatTheDecisionsDo() throws IOException {
        explore();

        assertThat(made).isEqualTo(drawn());
    }

    private static Set<String> drawn() throws IOException {
        Set<String> arrows = new TreeSet<>();
        for (String line : Files.readAllLines(DIAGRAM)) {
            Matcher arrow = ARROW.matcher(line);
            if (arrow.matches()) arrows.add(arrow.group(1) + " --> " + arrow.group(2) + ": " + arrow.group(3));
        }
        return arrows;
    }

    private void explore() {
        for (Policy policy : POLICIES) {
            note("[*]", "RequestReset", begin(beginning(KNOWN, policy.gates()), policy));
            note("[*]", "RequestUnlock", begin(unlock(KNOWN, policy.gates()), policy));
        }
        while (!open.isEmpty()) {
            Reset reset = open.pop();
            String from = name(reset);
            for (Policy policy : POLICIES) {
                Footing footing = granted(policy);
                for (MethodKind kind : MethodKind.values()) {
                    UUID verification = new UUID(
                            method(kind).getMostSignificantBits(),
                            reset.progress().choices());
                    note(
                            from,
                            "ChooseMethod",
                            decider.choose(reset, SECRET.text(), kind, under(policy), verification, NOON));
                    note(
                            from,
                            "CodeVerified",
                            decider.pass(reset, proof(reset.id(), verification, kind), footing, NOON));
                }
                if (reset instanceof Reset.Proving proving)
                    note(from, "CodeVerified", decider.pass(reset, proof(proving), footing, NOON));
                note(
                        from,
                        "SubmitNewPassword",
                        decider.set(reset, SECRET.text(), good(), CURRENT, JANE, footing, NOON));
                note(from, "SubmitNewPassword", decider.set(reset, SECRET.text(), bad(), CURRENT, JANE, footing, NOON));
            }
            note(from, "CancelReset", decider.cancel(reset, SECRET.text(), ONE, NOON));
            decider.expire(reset, ONE, NOON.plus(Duration.ofHours(2))).ifPresent(goes -> note(from, "time", goes));
        }
    }

    /** With so few choices and refusals that all there are can be gone through. */
    private static Policy shortly(Policy policy) {
        return APolicy.like(policy)
                .resets(new ResetLimits(900, 3600, 3, 2, 3, 30, 300, 10))
                .policy();
    }

    private ResetDecision begin(Beginning beginning, Policy policy) {
        return decider.begin(beginning, null, false, new Admission.Free(), policy);
    }

    private void note(String from, String trigger, ResetDecision decision) {
        if (!(decision instanceof ResetDecision.Goes goes)) return;
        made.add(from + " --> " + name(goes.reset()) + ": " + trigger);
        if (seen.add(goes.reset())) open.push(goes.reset());
    }

    private static String name(Reset reset) {
        return reset.getClass().getSimpleName();
    }
}
