package io.sspr.browser;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The browser of this machine, started once for all tests of this JVM; nothing is ever downloaded for it. */
final class Chromium {

    /** What Playwright's driver needs. */
    private static final int OLDEST_NODE = 20;

    private static final Pattern NODE_VERSION = Pattern.compile("v([0-9]+)\\..*", Pattern.DOTALL);

    private static final List<String> FLAGS = List.of(
            // Chromium refuses its sandbox to root, which continuous integrations run as.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Whatever is not asked through a page, such as a connection made in advance, finds nobody either.
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost");

    private static final Optional<Path> EXECUTABLE = List.of("chromium", "chromium-browser", "google-chrome").stream()
            .flatMap(name -> onPath(name).stream())
            .findFirst();
    private static final Optional<Path> NODE = onPath("node").filter(Chromium::isNewEnough);

    private Chromium() {}

    /** Why there can be no browser here, if so. */
    static Optional<String> missing() {
        if (EXECUTABLE.isPresent() && NODE.isPresent()) return Optional.empty();
        return Optional.of("skipped: the browser tests need "
                + (EXECUTABLE.isPresent()
                        ? "Node " + OLDEST_NODE + " or later (node)"
                        : "Chromium (chromium, chromium-browser or google-chrome)")
                + " on the PATH");
    }

    static com.microsoft.playwright.Browser shared() {
        return Holder.SHARED;
    }

    private static final class Holder {

        static final com.microsoft.playwright.Browser SHARED = launch();

        private static com.microsoft.playwright.Browser launch() {
            Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(Map.of(
                            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                            "1",
                            "PLAYWRIGHT_NODEJS_PATH",
                            NODE.orElseThrow().toString())));
            // The driver goes with this JVM however that ends, and takes the browser along; this lets it tidy up.
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "stop-browser"));
            return playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(EXECUTABLE.orElseThrow())
                            .setHeadless(true)
                            .setArgs(FLAGS));
        }
    }

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isNewEnough(Path node) {
        try {
            Process process = new ProcessBuilder(node.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            Matcher version =
                    NODE_VERSION.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return version.matches() && Integer.parseInt(version.group(1)) >= OLDEST_NODE;
        } catch (IOException e) {
            return false;
        }
    }
}
