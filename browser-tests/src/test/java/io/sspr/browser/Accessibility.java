package io.sspr.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a machine can find of WCAG 2.2 at levels A and AA. */
final class Accessibility {

    private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    /** Scripts, and what would go on to another page while axe looks at this one. */
    private static final Pattern NOT_THERE =
            Pattern.compile("(?is)<script\\b.*?</script>|<meta\\b[^>]*http-equiv=\"refresh\"[^>]*>");

    private static final Pattern NO_SCRIPT = Pattern.compile("(?i)(</?)noscript\\b");

    private Accessibility() {}

    /** The findings, each for a person to read; none if all is well. */
    static List<String> findings(Page page) {
        List<String> findings = new ArrayList<>();
        int across = number(page, "document.documentElement.scrollWidth");
        int window = number(page, "document.documentElement.clientWidth");
        if (across > window)
            findings.add("reflow: the page is " + across + " pixels wide in a window of " + window
                    + ": it must be scrolled sideways (WCAG 1.4.10)");
        for (Rule rule : new AxeBuilder(page).withTags(TAGS).analyze().getViolations())
            for (CheckedNode node : rule.getNodes()) findings.add(finding(rule, node));
        return findings;
    }

    /**
     * The same for a page without JavaScript, which axe needs: what the person sees is opened in a browser that has it, without
     * the page's own scripts and at the same address.
     */
    static List<String> findingsWithoutJavaScript(Page page, Look look, URI portal) {
        String seen = NO_SCRIPT
                .matcher(NOT_THERE.matcher(page.content()).replaceAll(""))
                .replaceAll("$1div");
        Look withJavaScript = new Look(look.language(), look.width(), look.colours(), true);
        try (BrowserContext context = Chromium.shared().newContext(withJavaScript.options())) {
            Watch.over(context, withJavaScript, portal);
            context.addCookies(page.context().cookies());
            Page copy = context.newPage();
            copy.route(
                    url -> url.equals(page.url()),
                    route -> route.fulfill(new FulfillOptions()
                            .setContentType("text/html; charset=utf-8")
                            .setBody(seen)));
            copy.navigate(page.url());
            return findings(copy);
        }
    }

    private static int number(Page page, String expression) {
        return ((Number) page.evaluate(expression)).intValue();
    }

    private static String finding(Rule rule, CheckedNode node) {
        return rule.getId() + " (" + node.getImpact() + "): " + rule.getHelp() + "\n    at " + node.getTarget() + ": "
                + node.getHtml() + "\n    "
                + String.valueOf(node.getFailureSummary()).replace("\n", "\n    ") + "\n    "
                + rule.getHelpUrl();
    }
}
