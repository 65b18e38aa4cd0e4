package io.sspr.reset.breached;

import static io.sspr.reset.breached.SomeHashes.hash;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BreachFileTests {

    @TempDir
    private Path folder;

    @Test
    void theHashIsTheOneThatListsAreMadeOf() {
        assertThat(hash("password").hex()).isEqualTo(SomeHashes.PASSWORD);
        assertThat(hash("cafe\u0301")).isEqualTo(hash("caf\u00e9"));
        assertThat(hash("password")).hasToString("Sha1[hidden]");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 90, 1_000, 5_000})
    void everyHashInItIsFoundAndNoOther(int lines) throws IOException {
        BreachFile file = open(sorted(lines).stream().map(hex -> hex + ":7\n").collect(joining()));

        for (int i = 0; i < lines; i++)
            assertThat(file.holds(hash("listed " + i))).as("listed %d", i).isTrue();
        for (int i = 0; i < 500; i++)
            assertThat(file.holds(hash("other " + i))).as("other %d", i).isFalse();
    }

    /** The file of another list: nothing says that its lines are spread evenly. */
    @Test
    void everyHashIsFoundWhereTheyAreNotSpreadEvenly() throws IOException {
        List<String> crowded = IntStream.range(0, 20_000)
                .mapToObj(i -> i % 3 == 0
                        ? String.format(Locale.ROOT, "00000000%032X", i)
                        : String.format(Locale.ROOT, "%015X%025X", (long) Math.pow(i, 4), i))
                .sorted()
                .toList();
        BreachFile file = open(crowded.stream().map(hex -> hex + "\n").collect(joining()));

        for (String hex : crowded) {
            assertThat(file.holds(new Sha1(hex))).as(hex).isTrue();
            assertThat(file.holds(new Sha1(hex.substring(0, 39) + "G"))).as(hex).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"'\r\n', :3", "'\n', ''", "'\r\n', ''", "'\n', :1234567890123"})
    void linesMayEndOtherwiseAndHaveNoCount(String ending, String count) throws IOException {
        String lines = sorted(300).stream().map(hex -> hex + count).collect(joining(ending));

        for (String content : List.of(lines, lines + ending)) {
            BreachFile file = open(content);
            for (int i = 0; i < 300; i++)
                assertThat(file.holds(hash("listed " + i))).isTrue();
            assertThat(file.holds(hash("other"))).isFalse();
        }
    }

    @Test
    void whatIsListedZeroTimesIsNotKnown() throws IOException {
        BreachFile file = open(sorted(200).stream().map(hex -> hex + ":0\n").collect(joining()));

        assertThat(file.holds(hash("listed 1"))).isFalse();
    }

    @Test
    void anotherFileMayBePutInItsPlace() throws IOException {
        BreachFile file = open(hash("old").hex() + "\n");
        write(hash("new").hex() + "\n");

        assertThat(file.holds(hash("new"))).isTrue();
        assertThat(file.holds(hash("old"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password\n",
                "8846F7EAEE8FB117AD06BDD830B7586C:7\n",
                "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8:7\n",
                "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8 7\n",
                "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:\n",
                "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:-1\n",
                "\ufeff5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:7\n",
                "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:7\n\n"
            })
    void aFileOfSomethingElseStopsTheStart(String content) {
        assertThatThrownBy(() -> open(content))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("sspr.reset.breached.file: " + file() + " cannot be searched: ")
                .hasMessageContaining("is not a SHA-1 hash of 40 hexadecimal digits in upper case");
    }

    @Test
    void aFileSortedByCountStopsTheStart() {
        String unsorted = IntStream.range(0, 2_000)
                .mapToObj(i -> hash("listed " + i).hex() + ":" + (9_000 - i) + "\n")
                .collect(joining());

        assertThatThrownBy(() -> open(unsorted)).hasMessageContaining("it is not sorted by hash");
    }

    @Test
    void noFileAndNothingInItStopTheStart() {
        assertThatThrownBy(() -> BreachFile.open(folder.resolve("absent"))).hasMessageContaining("absent");
        assertThatThrownBy(() -> BreachFile.open(folder)).hasMessageContaining("cannot be searched");
        assertThatThrownBy(() -> open("")).hasMessageContaining("it is empty");
        assertThatThrownBy(() -> open("A".repeat(1_000))).hasMessageContaining("too long");
    }

    @Test
    void whatGoesWrongLaterIsSaid() throws IOException {
        BreachFile file = open(hash("listed").hex() + "\n");
        write("x".repeat(9_000));
        assertThatThrownBy(() -> file.holds(hash("listed"))).isInstanceOf(IOException.class);
        Files.delete(file());
        assertThatThrownBy(() -> file.holds(hash("listed"))).isInstanceOf(IOException.class);
    }

    private Path file() {
        return folder.resolve("breached.txt");
    }

    private void write(String content) throws IOException {
        Files.writeString(file(), content);
    }

    private BreachFile open(String content) throws IOException {
        write(content);
        return BreachFile.open(file());
    }

    private List<String> sorted(int lines) {
        return IntStream.range(0, lines)
                .mapToObj(i -> hash("listed " + i).hex())
                .sorted()
                .toList();
    }
}
