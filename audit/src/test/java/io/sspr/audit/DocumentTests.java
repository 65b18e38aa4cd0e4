package io.sspr.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.audit.finding.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of findings in docs/audit.md is made of the code. */
class DocumentTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "audit.md");
    private static final String HEAD = "| code | of | it says that |\n|---|---|---|\n";

    @Test
    void theDocumentListsEveryFindingAndNothingElse() throws IOException {
        String document = Files.readString(DOCUMENT);
        String table = table();
        int begin = document.indexOf(HEAD) + HEAD.length();
        int end = document.indexOf("\n## ", begin);
        if (Boolean.getBoolean("document.write"))
            Files.writeString(DOCUMENT, document.substring(0, begin) + table + document.substring(end));
        assertThat(Files.readString(DOCUMENT)).contains(HEAD + table + "\n## ");
    }

    private static String table() {
        List<String> lines = Arrays.stream(FindingCode.values())
                .map(code -> "| `" + code + "` | " + code.guarantee() + " | " + code.meaning() + " |\n")
                .toList();
        return String.join("", lines);
    }
}
