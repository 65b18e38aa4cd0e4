package io.sspr.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real browser for a test class, as a static field with {@code @RegisterExtension}. What is opened is a new person's: no
 * cookies, nothing remembered. A test fails when something went wrong in a page that it did not expect, and a class is skipped
 * where there is no browser.
 */
public final class Browser implements ExecutionCondition, BeforeEachCallback, AfterEachCallback {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private final Supplier<URI> address;
    private final List<URI> others = new ArrayList<>();
    private final Map<BrowserContext, Person> people = new LinkedHashMap<>();
    private final List<String> expected = new ArrayList<>();

    private record Person(Look look, Watch watch) {}

    private Browser(Supplier<URI> address) {
        this.address = address;
    }

    /** For what is served there, and for nobody else; it is asked for only where there is a browser. */
    public static Browser at(Supplier<URI> address) {
        return new Browser(address);
    }

    /** What is served there may be asked too. */
    public Browser and(URI other) {
        others.add(other);
        return this;
    }

    /** The page at that path, opened by a new person who looks at it as most do. */
    public Page open(String path) {
        return open(path, Look.USUAL);
    }

    /** The page at that path, opened by a new person. */
    public Page open(String path, Look look) {
        Page page = person(look);
        page.navigate(address.get().resolve(path).toString());
        return page;
    }

    /** An empty page of a new person, who can be given cookies before the first request. */
    public Page person(Look look) {
        BrowserContext context = Chromium.shared().newContext(look.options());
        context.setDefaultTimeout(PATIENCE_MILLIS);
        people.put(context, new Person(look, Watch.over(context, look, sites())));
        return context.newPage();
    }

    /** Fails with all that a machine finds of WCAG 2.2 AA in the page as it is now, or if it has to be scrolled sideways. */
    public void check(Page page) {
        List<String> findings = findings(page);
        if (!findings.isEmpty())
            throw new AssertionError(
                    findings.size() + " findings on " + page.url() + ":\n\n" + String.join("\n\n", findings));
    }

    /** The same in both languages; of a page that can be loaded anew, which is then in the language that it was in. */
    public void checkInBothLanguages(Page page) {
        check(page);
        inOtherLanguage(page);
        check(page);
        inOtherLanguage(page);
    }

    private static void inOtherLanguage(Page page) {
        String language = page.locator("html").getAttribute("lang");
        page.locator(".languages a:not([aria-current])").click();
        assertThat(page.locator("html")).not().hasAttribute("lang", language);
        page.waitForLoadState();
    }

    /** Whether the person who sees it has JavaScript. */
    boolean runsScripts(Page page) {
        return person(page).look().javaScript();
    }

    private List<URI> sites() {
        return Stream.concat(Stream.of(address.get()), others.stream()).toList();
    }

    List<String> findings(Page page) {
        Look look = person(page).look();
        return look.javaScript()
                ? Accessibility.findings(page, look)
                : Accessibility.findingsWithoutJavaScript(page, look, sites());
    }

    /** Keeps what is seen as {@code target/screenshots/<name>.png}. */
    public void screenshot(Page page, String name) {
        Path file = Path.of("target", "screenshots", name + ".png");
        page.screenshot(new ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /** Something is to go wrong in this test, and what the browser says of it has that part, such as {@code status of 404}. */
    public void expect(String part) {
        expected.add(part);
    }

    /** What went wrong so far, for all people of this test. */
    List<Trouble> troubles() {
        return people.values().stream()
                .flatMap(person -> person.watch().troubles().stream())
                .toList();
    }

    private Person person(Page page) {
        Person person = people.get(page.context());
        if (person == null) throw new IllegalArgumentException("not a page of this test");
        return person;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> missing = Chromium.missing();
        if (missing.isEmpty()) return ConditionEvaluationResult.enabled("there is a browser");
        // Maven prints that tests were skipped, but not why.
        if (!SAID.getAndSet(true)) System.out.println(missing.orElseThrow());
        return ConditionEvaluationResult.disabled(missing.orElseThrow());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        expected.clear();
        people.clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) keepLastSights(context);
        // What browsers have said and nobody has read yet comes before they are gone.
        people.keySet().forEach(BrowserContext::close);
        List<String> wrong = new ArrayList<>();
        for (String part : expected) {
            boolean came = false;
            for (Person person : people.values()) came |= person.watch().forget(part);
            if (!came) wrong.add("expected, but did not happen: " + part);
        }
        troubles().forEach(trouble -> wrong.add(trouble.toString()));
        people.clear();
        if (!wrong.isEmpty()) throw new AssertionError("In the browser:\n  " + String.join("\n  ", wrong));
    }

    /** Of a test that failed, what each page showed then. */
    private void keepLastSights(ExtensionContext context) {
        int number = 0;
        for (BrowserContext each : people.keySet())
            for (Page page : each.pages())
                screenshot(
                        page,
                        "failed-" + context.getRequiredTestClass().getSimpleName() + "-"
                                + context.getRequiredTestMethod().getName() + "-" + ++number);
    }
}
