package io.sspr.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.quickstart.layout.CannotStart;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SsprCommandTests {

    @TempDir
    Path data;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void showsItsUsageWhenAsked() {
        for (String asked : List.of("help", "--help", "-h")) {
            out.reset();
            assertThat(run(Map.of(), asked)).isZero();
            assertThat(out.toString(UTF_8))
                    .startsWith("Usage: ./sspr <command>")
                    .contains("SSPR_KAFKA_PORT");
        }
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @Test
    void endsWithTwoWhenItIsNotUnderstood() {
        assertThat(run(Map.of())).isEqualTo(2);
        assertThat(run(Map.of(), "down")).isEqualTo(2);
        assertThat(run(Map.of(), "up", "now")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("\"down\" is not understood.", "Usage: ./sspr <command>");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @Test
    void endsWithSeventyAndSaysWhyAndTheWayOutWithoutAStackTrace() {
        assertThat(run(Map.of("SSPR_KAFKA_PORT", "many"), "up")).isEqualTo(70);
        assertThat(err.toString(UTF_8).lines())
                .containsExactly(
                        "",
                        "SSPR_KAFKA_PORT is \"many\", which is not a usable port.",
                        "Set it to a number from 1 to 65534, or leave it out for 19092.");
    }

    @Test
    void givesASubcommandItsSettingsAndArgumentsAndEndsWithItsStatus() {
        Subcommand demo = (settings, arguments, print) -> {
            print.println(settings.data() + " " + arguments);
            return 7;
        };

        assertThat(run(Map.of("demo", demo), Map.of(), "demo", "--fast")).isEqualTo(7);
        assertThat(out.toString(UTF_8)).isEqualToIgnoringNewLines(data + " [--fast]");
    }

    @Test
    void tellsWhatASubcommandCannotDo() {
        Subcommand demo = (settings, arguments, print) -> {
            throw new CannotStart("Nothing runs.", "Start it: ./sspr up");
        };

        assertThat(run(Map.of("demo", demo), Map.of(), "demo")).isEqualTo(70);
        assertThat(err.toString(UTF_8).lines()).containsExactly("", "Nothing runs.", "Start it: ./sspr up");
    }

    private int run(Map<String, String> environment, String... arguments) {
        return run(Map.of(), environment, arguments);
    }

    private int run(Map<String, Subcommand> subcommands, Map<String, String> environment, String... arguments) {
        Map<String, String> withData = new HashMap<>(environment);
        withData.put("SSPR_DATA", data.toString());
        SsprCommand command = new SsprCommand(
                new Blueprint(secrets -> "", kafka -> {}, List.of()),
                subcommands,
                withData,
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
        return command.run(Arrays.asList(arguments));
    }
}
