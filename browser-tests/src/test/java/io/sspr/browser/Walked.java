package io.sspr.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which pages of the portal were looked at by axe in this JVM, and how: no page may be forgotten. */
final class Walked {

    private static final Path TEMPLATES = Path.of("..", "portal", "src", "main", "resources", "templates");

    /** What makes a template a page of its own, not a part of others. */
    private static final String PAGE = "layout :: layout(";

    private static final Map<String, Set<String>> SIGHTS = new TreeMap<>();

    private Walked() {}

    /** Notes what axe is looking at; what is no page of the portal does not count. */
    static void note(Page page, ColorScheme colours, int width) {
        Object name = page.evaluate("document.body.dataset.page ?? null");
        if (!(name instanceof String template)) return;
        Set<String> sights = SIGHTS.computeIfAbsent(template, any -> new TreeSet<>());
        sights.add(colours.name());
        sights.add(Integer.toString(width));
        sights.add((String) page.evaluate("document.documentElement.lang"));
    }

    /** Each page with how it was looked at. */
    static Map<String, Set<String>> sights() {
        return SIGHTS;
    }

    /** All there are. */
    static Set<String> pages() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.endsWith("layout.html") && isPage(file))
                    .map(file -> TEMPLATES
                            .relativize(file)
                            .toString()
                            .replace('\\', '/')
                            .replace(".html", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException("the templates cannot be read", e);
        }
    }

    private static boolean isPage(Path file) {
        try {
            return Files.readString(file).contains(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException("a template cannot be read", e);
        }
    }
}
