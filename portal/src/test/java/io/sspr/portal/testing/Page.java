package io.sspr.portal.testing;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An answer of a site. */
public record Page(URI base, int status, String body, List<String> setCookies, HttpHeaders headers) {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern WAITING = Pattern.compile("data-wait=\"/wait/([0-9a-f-]{36})\"");

    /** A header of it. */
    public @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    /** Where it leads; fails if it is a page to look at. */
    public URI location() {
        String there = header("Location");
        if (there == null) throw new AssertionError("leads nowhere, " + status + ": " + body);
        return base.resolve(there);
    }

    /** A hidden field of the first form that has it. */
    public String hidden(String name) {
        Matcher inputs = HIDDEN.matcher(body);
        while (inputs.find()) if (inputs.group(1).equals(name)) return inputs.group(2);
        throw new AssertionError("no hidden " + name + " in " + body);
    }

    /** The id of the request that its first form makes. */
    public UUID mid() {
        return UUID.fromString(hidden("mid"));
    }

    /** The id of the request whose answer it waits for; fails if it does not wait. */
    public UUID awaited() {
        Matcher waiting = WAITING.matcher(body);
        if (!waiting.find()) throw new AssertionError("does not wait: " + body);
        return UUID.fromString(waiting.group(1));
    }

    /** What a form of it sends of itself; the last form to that address. */
    public Map<String, String> form(String action) {
        Matcher form = Pattern.compile(
                        "<form[^>]*action=\"" + Pattern.quote(action) + "\"[^>]*>(.*?)</form>", Pattern.DOTALL)
                .matcher(body);
        Map<String, String> fields = new LinkedHashMap<>();
        while (form.find()) {
            fields.clear();
            Matcher inputs = HIDDEN.matcher(form.group(1));
            while (inputs.find()) fields.put(inputs.group(1), inputs.group(2));
        }
        if (fields.isEmpty()) throw new AssertionError("no form to " + action + " in " + body);
        return fields;
    }
}
