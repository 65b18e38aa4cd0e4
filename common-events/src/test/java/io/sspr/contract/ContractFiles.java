package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published files of the contract, where they are committed. Tests demand that they say what the code says; run with
 * {@code -Dcontract.write=true} they write them instead.
 */
final class ContractFiles {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Path ROOT = Path.of("src/main/resources/io/sspr/contract");
    private static final boolean WRITING = Boolean.getBoolean("contract.write");

    private ContractFiles() {}

    static boolean writing() {
        return WRITING;
    }

    static boolean exists(String name) {
        return Files.exists(ROOT.resolve(name));
    }

    static String read(String name) {
        try {
            return Files.readString(ROOT.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("run with -Dcontract.write=true to make it", e);
        }
    }

    static JsonNode readJson(String name) {
        return JSON.readTree(read(name));
    }

    static void write(String name, String text) {
        Path file = ROOT.resolve(name);
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** File names of a folder without their {@code .json}, in order. */
    static List<String> jsonFilesIn(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The committed file says exactly this; or it does from now on. */
    static void says(String name, String expected) {
        if (WRITING) write(name, expected);
        assertThat(read(name)).as(name + ", made anew by -Dcontract.write=true").isEqualTo(expected);
    }

    static String pretty(JsonNode json) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
        return JSON.writer().with(printer).writeValueAsString(json) + "\n";
    }
}
