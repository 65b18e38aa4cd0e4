package io.sspr.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./sspr} as it is typed, as far as it gets without building. */
class SsprScriptTests {

    private static final Path SCRIPT = Path.of("..", "sspr").toAbsolutePath().normalize();

    @TempDir
    Path empty;

    @Test
    void whatItCannotDoItselfIsNotTakenForSomebodyWhoIsStranded() throws Exception {
        Process policy = run("policy", "check", "rules.json");

        assertThat(policy.errorReader().lines()).anyMatch(line -> line.contains("there is no Java in it"));
        assertThat(policy.waitFor()).isEqualTo(70);
    }

    @Test
    void itTellsWhatItsExitStatusMeans() throws Exception {
        Process help = run("help");

        List<String> told = help.inputReader().lines().toList();
        assertThat(String.join(" ", told)).contains("Exit status: 0 done", "70 ./sspr itself cannot");
        assertThat(help.waitFor()).isZero();
    }

    private Process run(String... typed) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", SCRIPT.toString());
        builder.command().addAll(List.of(typed));
        builder.environment().put("JAVA_HOME", empty.toString());
        return builder.start();
    }
}
