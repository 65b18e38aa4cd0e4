package io.sspr.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say of the code is there. */
class DocumentTests {

    private static final Path HOME = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests)#(\\w+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @Test
    void everyTestThatTheListOfAttacksNamesExists() throws IOException {
        List<MatchResult> named = TEST.matcher(Files.readString(HOME.resolve("docs/security.md")))
                .results()
                .toList();
        assertThat(named).hasSizeGreaterThan(40);
        Set<String> missing = new TreeSet<>();
        for (MatchResult test : named)
            if (sources(test.group(1) + ".java").noneMatch(source -> source.contains("void " + test.group(2) + "(")))
                missing.add(test.group());
        assertThat(missing).isEmpty();
    }

    @Test
    void everyLinkFromADocumentLeadsSomewhere() throws IOException {
        Set<String> broken = new TreeSet<>();
        for (String document : List.of(
                "README.md",
                "ARCHITECTURE.md",
                "CONTRIBUTING.md",
                "docs/guarantees.md",
                "docs/security.md",
                "docs/support-code.md",
                "docs/messages.md",
                "docs/eligibility.md",
                "docs/audit.md",
                "docs/audit-names.md"))
            LINK.matcher(Files.readString(HOME.resolve(document)))
                    .results()
                    .map(link -> HOME.resolve(document).resolveSibling(link.group(1)))
                    .filter(target -> !Files.exists(target))
                    .forEach(target -> broken.add(document + " -> " + target));
        assertThat(broken).isEmpty();
    }

    private static Stream<String> sources(String name) throws IOException {
        try (Stream<Path> modules = Files.list(HOME)) {
            List<Path> trees = modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList();
            List<String> found = new ArrayList<>();
            for (Path tree : trees)
                try (Stream<Path> files = Files.walk(tree)) {
                    for (Path file : files.filter(each -> each.endsWith(name)).toList())
                        found.add(Files.readString(file));
                }
            return found.stream();
        }
    }
}
