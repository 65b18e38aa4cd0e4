package io.sspr.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a machine can find of WCAG 2.2 at levels A and AA. */
final class Accessibility {

    /** Once for each document: reading it takes longer than what it then does. */
    private static final String AXE = "() => { if (!window.axe) {" + AxeBuilder.getAxeScript() + "} }";

    /** Only what is wrong: to carry all the rest out of the browser, as the library's own call does, takes ten times as long. */
    private static final String RUN = """
            async () => {
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
              const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
              const { violations } = await axe.run(document, options);
              const indented = (text) => String(text).replaceAll('\\n', '\\n    ');
              const told = ({ id, help, helpUrl }, { impact, target, html, failureSummary }) =>
                `${id} (${impact}): ${help}\\n    at ${target}: ${html}\\n    ${indented(failureSummary)}\\n    ${helpUrl}`;
              return violations.flatMap((rule) => rule.nodes.map((node) => told(rule, node)));
            }""";

    /** Scripts, and what would go on to another page while axe looks at this one. */
    private static final Pattern NOT_THERE =
            Pattern.compile("(?is)<script\\b.*?</script>|<meta\\b[^>]*http-equiv=\"refresh\"[^>]*>");

    private static final Pattern NO_SCRIPT = Pattern.compile("(?i)(</?)noscript\\b");

    /** What differs each time a page is made: ids of messages and people, tokens, times in milliseconds. */
    private static final Pattern EACH_TIME =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\\w-]{40,}|\\b[0-9]{13}\\b");

    /** Documents without a violation, each with who looked at it and where. */
    private static final Set<String> FAULTLESS = new HashSet<>();

    private Accessibility() {}

    /**
     * The findings, each for a person to read; none if all is well. The page is looked at as this person sees it, then in the
     * other colours and another width, and is then as it was.
     */
    static List<String> findings(Page page, Look look) {
        Look other = look.other();
        Map<String, List<Look>> seen = new LinkedHashMap<>();
        note(page, look, seen);
        lookAt(page, other);
        note(page, other, seen);
        lookAt(page, look);
        return seen.entrySet().stream()
                .map(finding -> finding.getKey() + "\n    seen by " + finding.getValue())
                .toList();
    }

    private static void lookAt(Page page, Look look) {
        page.emulateMedia(new EmulateMediaOptions().setColorScheme(look.colours()));
        page.setViewportSize(look.width(), look.height());
    }

    private static void note(Page page, Look look, Map<String, List<Look>> seen) {
        Walked.note(page, look.colours(), look.width());
        for (String finding : seenBy(look, page))
            seen.computeIfAbsent(finding, any -> new ArrayList<>()).add(look);
    }

    private static List<String> seenBy(Look look, Page page) {
        List<String> findings = new ArrayList<>();
        int across = number(page, "document.documentElement.scrollWidth");
        int window = number(page, "document.documentElement.clientWidth");
        if (across > window)
            findings.add("reflow: the page is " + across + " pixels wide in a window of " + window
                    + ": it must be scrolled sideways (WCAG 1.4.10)");
        // Axe takes a second, and would say the same of the same document of the same site.
        String document = look
                + URI.create(page.url()).getAuthority()
                + EACH_TIME.matcher(page.content()).replaceAll("0");
        if (FAULTLESS.contains(document)) return findings;
        page.evaluate(AXE);
        List<?> violations = (List<?>) page.evaluate(RUN);
        if (violations.isEmpty()) FAULTLESS.add(document);
        for (Object finding : violations) findings.add((String) finding);
        return findings;
    }

    /**
     * The same for a page without JavaScript, which axe needs: what the person sees is opened in a browser that has it, without
     * the page's own scripts and at the same address.
     */
    static List<String> findingsWithoutJavaScript(Page page, Look look, List<URI> sites) {
        String seen = NO_SCRIPT
                .matcher(NOT_THERE.matcher(page.content()).replaceAll(""))
                .replaceAll("$1div");
        Look withJavaScript = look.withJavaScript();
        try (BrowserContext context = Chromium.shared().newContext(withJavaScript.options())) {
            Watch.over(context, withJavaScript, sites);
            context.addCookies(page.context().cookies());
            Page copy = context.newPage();
            copy.route(
                    url -> url.equals(page.url()),
                    route -> route.fulfill(new FulfillOptions()
                            .setContentType("text/html; charset=utf-8")
                            .setBody(seen)));
            copy.navigate(page.url());
            return findings(copy, withJavaScript);
        }
    }

    private static int number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).intValue();
    }
}
