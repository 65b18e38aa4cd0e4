package io.sspr.registration.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sspr.contract.MethodKind;
import io.sspr.contract.state.MethodStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MethodDiagramTests {

    private static final Path DIAGRAM = Path.of("src/main/java/io/sspr/registration/method/method.mermaid");

    @Test
    void showsExactlyTheChangesThatArePossible() throws IOException {
        Set<String> drawn = Files.readAllLines(DIAGRAM).stream()
                .map(String::strip)
                .filter(line -> line.contains("-->"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(drawn).isEqualTo(possible());
    }

    @Test
    void nothingElseHappensToAMethod() {
        RegisteredMethod removed = RegisteredMethod.holding(
                        UUID.randomUUID(), UUID.randomUUID(), MethodKind.RECOVERY_CODE, null)
                .with(MethodStatus.REMOVED);
        for (MethodChange change : MethodChange.values())
            assertThatThrownBy(() -> change.of(removed)).isInstanceOf(IllegalStateException.class);
    }

    private static Set<String> possible() {
        Set<String> edges = new TreeSet<>();
        for (MethodChange change : MethodChange.values()) {
            String edge = " --> " + change.to() + ": " + change.name().toLowerCase(Locale.ROOT);
            if (change.isPossible(null)) edges.add("[*]" + edge);
            for (MethodStatus before : MethodStatus.values()) if (change.isPossible(before)) edges.add(before + edge);
        }
        edges.add(MethodStatus.REMOVED + " --> [*]");
        return edges;
    }
}
