package io.sspr.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A front end in another language, written from the published contract alone, gets somebody through everything. */
class NodeFrontEndTests {

    private static final Path FRONT_END = Path.of("..", "examples", "frontend-node");

    @Test
    void provisionsRegistersResetsAndSignsIn() throws Exception {
        assumeTrue(
                isInstalled(),
                "skipped: the front end in Node needs Node 18 and `npm ci` in examples/frontend-node (.ci/run does both)");
        TestSystem system = TestSystem.shared();
        ProcessBuilder builder = new ProcessBuilder("node", "main.mjs").directory(FRONT_END.toFile());
        builder.environment().put("SSPR_BOOTSTRAP", system.bootstrap());
        builder.environment().put("SSPR_MAIL_PAGE", system.mailPage().toString());
        builder.environment().put("SSPR_ANCHOR", system.anchorThumbprint());
        builder.environment()
                .put("SSPR_SECRETS", system.secrets().toAbsolutePath().toString());
        builder.redirectErrorStream(true);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }

    private static boolean isInstalled() throws InterruptedException {
        if (!Files.isDirectory(FRONT_END.resolve("node_modules"))) return false;
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
