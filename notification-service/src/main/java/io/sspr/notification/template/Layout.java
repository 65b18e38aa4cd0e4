package io.sspr.notification.template;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sets the parts of a mail as text and as HTML. Our page fetches nothing and needs no style sheet; the operator may put
 * another around the parts: {@code layout.html} in the directory of templates.
 */
public final class Layout {

    private static final int LINE = 72;
    private static final String FILE = "layout.html";
    private static final String BODY = "body";
    private static final Set<String> PLACEHOLDERS =
            new TreeSet<>(Set.of(BODY, "heading", "language", "organisation", "colour"));

    private final String page;

    private Layout(String page) {
        this.page = page;
    }

    /** Ours, or the one that lies in that directory; a page without a place for the body stops the start. */
    public static Layout of(@Nullable Path directory) {
        Path file = directory == null ? null : directory.resolve(FILE);
        return new Layout(file == null || !Files.exists(file) ? builtIn() : checked(file));
    }

    private static String checked(Path file) {
        String page;
        try {
            page = Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read as UTF-8.", e);
        }
        if (!page.contains("{" + BODY + "}"))
            throw new IllegalArgumentException(file + " has no {" + BODY + "} to put the mail in.");
        for (String placeholder : Placeholders.in(page))
            if (!PLACEHOLDERS.contains(placeholder))
                throw new IllegalArgumentException(file + " has {" + placeholder
                        + "}, and there is nothing to put for it; there is " + PLACEHOLDERS + ".");
        return page;
    }

    private static String builtIn() {
        try (InputStream file = requireNonNull(Layout.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(List<Part> parts) {
        return parts.stream().map(Layout::text).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String text(Part part) {
        if (part instanceof Part.Digits digits) return "    " + digits.grouped();
        if (part instanceof Part.Fact fact) return "    " + fact.label() + ": " + fact.value();
        if (part instanceof Part.Helpdesk helpdesk) return "    " + helpdesk.contact();
        if (part instanceof Part.Link link) return link.target();
        if (part instanceof Part.Warning warning) return wrapped(warning.text());
        if (part instanceof Part.Closing closing) return "-- \n" + wrapped(closing.text());
        return wrapped(((Part.Paragraph) part).text());
    }

    /** Breaks at spaces: the readers that show text do not all break lines themselves. */
    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int length = 0;
        for (String word : text.split(" ", -1)) {
            int added = word.codePointCount(0, word.length());
            if (length > 0 && length + 1 + added > LINE) {
                lines.append('\n');
                length = 0;
            } else if (length > 0) {
                lines.append(' ');
                length++;
            }
            lines.append(word);
            length += added;
        }
        return lines.toString();
    }

    String html(Locale language, String heading, List<Part> parts, Brand brand) {
        return Placeholders.filled(
                page,
                Map.of(
                        "language",
                        Html.escaped(language.toLanguageTag()),
                        "heading",
                        Html.escaped(heading),
                        "organisation",
                        Html.escaped(brand.organisation()),
                        "colour",
                        Html.escaped(brand.colour()),
                        BODY,
                        parts.stream()
                                .map(part -> Html.of(part, brand.colour()))
                                .collect(Collectors.joining("\n"))));
    }
}
