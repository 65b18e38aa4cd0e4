package io.sspr.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that are for everybody: the first one, help, and what is said of whatever goes wrong. */
class PortalPagesTests {

    @RegisterExtension
    static final Browser BROWSER = Browser.at(() -> PortalSystem.shared().address());

    private final PortalSystem system = PortalSystem.shared();

    static Stream<Look> looks() {
        return Stream.of(
                Look.USUAL,
                Look.USUAL.dark(),
                Look.USUAL.in("sl"),
                Look.USUAL.wide(Look.NARROW),
                Look.USUAL.wide(Look.TABLET).dark(),
                Look.USUAL.wide(Look.NARROW).withoutJavaScript());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theFirstPageIsForEverybody(Look look) {
        Page page = BROWSER.open("/", look);

        assertThat(page.locator("h1")).isVisible();
        BROWSER.check(page);
        BROWSER.screenshot(
                page, "first-" + look.language() + "-" + look.width() + "-" + look.colours() + "-" + look.javaScript());
    }

    @Test
    void helpAnswersAndLeadsOn() {
        Page page = BROWSER.open("/help", Look.USUAL.in("sl").wide(Look.NARROW).dark());
        BROWSER.checkInBothLanguages(page);
        BROWSER.screenshot(page, "help-sl-320-dark");
        for (Locator topic : page.locator("nav.contents a").all()) {
            topic.click();
            assertThat(page.locator(topic.getAttribute("href"))).isInViewport();
        }
        page.locator("#page summary").first().click();
        assertThat(page.locator("#page details[open] p").first()).isVisible();
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
        BROWSER.check(page);
        Page wide = BROWSER.open("/help");
        BROWSER.screenshot(wide, "help");
        for (Locator link : page.locator("main a[href^='/']").all())
            assertThat(page.request()
                            .get(system.address()
                                    .resolve(link.getAttribute("href"))
                                    .toString()))
                    .isOK();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("/nowhere", 404, "There is no such page"),
                arguments("/sign-out", 405, "That does not work this way"),
                arguments("/reset/not-an-id", 400, "That could not be read"));
    }

    @ParameterizedTest
    @MethodSource
    void faults(String path, int status, String words) {
        BROWSER.expect("status of " + status);
        Page page = BROWSER.open(path);
        assertThat(page.locator("h1")).containsText(words);
        // A language is kept from a page that there is.
        page.navigate(system.address().resolve("/?lang=sl").toString());
        page.navigate(system.address().resolve(path).toString());
        assertThat(page.locator("h1")).not().containsText(words);
        BROWSER.check(page);
        BROWSER.screenshot(page, "fault-" + status + "-sl");
        page.locator("main a.button").click();
        assertThat(page).hasURL(system.address().toString());
    }

    @Test
    void whatIsTooLongIsNotRead() {
        BROWSER.expect("status of 413");
        Page page = BROWSER.open("/reset", Look.USUAL.wide(Look.NARROW));
        page.locator("#login").evaluate("input => { input.maxLength = 1e8; input.value = 'x'.repeat(3e6); }");
        page.locator("form:has(#login) button[type=submit]").click();
        assertThat(page.locator("h1")).containsText("That was too long");
        BROWSER.check(page);
        BROWSER.screenshot(page, "fault-413-320");
    }

    @Test
    void nobodyIsLedToAnEmptyPage() {
        Page over = BROWSER.open("/unlock/" + UUID.randomUUID());
        assertThat(over.locator("main a[href='/unlock']")).isVisible();
        BROWSER.checkInBothLanguages(over);
        Page attempt = BROWSER.open("/sign-in/" + UUID.randomUUID());
        assertThat(attempt.locator("main [role=status]")).containsText("used already or too old");
        BROWSER.checkInBothLanguages(attempt);
    }
}
