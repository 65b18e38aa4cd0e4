package io.sspr.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.microsoft.playwright.Page;
import io.sspr.browser.Trouble.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The checks can fail: each sees what it is there for on a page that has it. */
class BrowserTests {

    private static ThrowAwaySite site;
    private static ThrowAwaySite other;

    @RegisterExtension
    static final Browser BROWSER = Browser.at(() -> site.address());

    @BeforeAll
    static void serve() throws IOException {
        site = new ThrowAwaySite();
        other = new ThrowAwaySite();
        site.page("/good", "<p>All is well.</p>");
    }

    @AfterAll
    static void stop() {
        site.close();
        other.close();
    }

    @Test
    void findsNothingOnAGoodPage() {
        Page page = BROWSER.open("/good");

        BROWSER.check(page);
        assertThat(BROWSER.troubles()).isEmpty();
    }

    @Test
    void findsAMissingLabelAndSaysWhereItIs() {
        site.page("/no-label", "<form><input name=\"login\"></form>");
        Page page = BROWSER.open("/no-label");

        assertThatThrownBy(() -> BROWSER.check(page))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/no-label")
                .hasMessageContaining("label (critical): Form elements must have labels")
                .hasMessageContaining("<input name=\"login\">");
    }

    @Test
    void findsWhatIsTooPale() {
        site.file("/pale.js", "document.querySelector('.pale').style.color = '#ccc'");
        site.page("/pale", "<p class=\"pale\">Hardly there</p><script src=\"/pale.js\"></script>");

        assertThat(BROWSER.findings(BROWSER.open("/pale")))
                .singleElement()
                .asString()
                .startsWith("color-contrast");
    }

    @Test
    void findsWhatIsTooSmallToHit() {
        site.page(
                "/small",
                "<p><button type=\"button\" id=\"a\">a</button><button type=\"button\" id=\"b\">b</button></p>"
                        + "<script src=\"/small.js\"></script>");
        site.file(
                "/small.js",
                "for (const b of document.querySelectorAll('button'))"
                        + " Object.assign(b.style, {width: '10px', height: '10px', padding: 0, border: 0})");

        assertThat(BROWSER.findings(BROWSER.open("/small")))
                .isNotEmpty()
                .allMatch(finding -> finding.startsWith("target-size"));
    }

    @Test
    void findsWhatMustBeScrolledSideways() {
        site.page("/wide", "<img src=\"/wide.svg\" alt=\"\" width=\"600\" height=\"1\">")
                .file("/wide.svg", "");

        for (int width : new int[] {Look.NARROW, Look.DESK})
            assertThat(BROWSER.findings(BROWSER.open("/wide", Look.USUAL.wide(width))))
                    .singleElement()
                    .asString()
                    .startsWith("reflow")
                    .contains("width=320");
    }

    @Test
    void findsWhatIsTooPaleInTheOtherColoursAlone() {
        site.file(
                "/dark.js",
                "const dark = matchMedia('(prefers-color-scheme: dark)'); const colour = () =>"
                        + " document.querySelector('.pale').style.color = dark.matches ? '#ccc' : '#000';"
                        + " dark.addEventListener('change', colour); colour()");
        site.page("/dark", "<p class=\"pale\">Hardly there</p><script src=\"/dark.js\"></script>");

        assertThat(BROWSER.findings(BROWSER.open("/dark")))
                .singleElement()
                .asString()
                .startsWith("color-contrast")
                .contains("DARK")
                .doesNotContain("LIGHT");
    }

    @Test
    void looksAsAsked() {
        site.file(
                "/look.js",
                "document.getElementById('seen').textContent = [navigator.language, innerWidth,"
                        + " matchMedia('(prefers-color-scheme: dark)').matches].join(' ')");
        site.page("/look", "<p id=\"seen\">no script</p><script src=\"/look.js\"></script>");

        assertThat(BROWSER.open("/look", Look.USUAL.in("sl").wide(Look.TABLET).dark())
                        .locator("#seen"))
                .hasText("sl 768 true");
        assertThat(BROWSER.open("/look").locator("#seen")).hasText("en 1280 false");
    }

    @Test
    void runsNoScriptWithoutJavaScriptAndChecksWhatIsSeenThen() {
        site.file("/hide.js", "document.getElementById('seen').remove()");
        site.page(
                "/script",
                "<link rel=\"modulepreload\" href=\"/hide.js\"><p id=\"seen\">seen</p><noscript><form><input name=\"only-then\"></form></noscript>"
                        + "<script src=\"/hide.js\"></script>");
        Page without = BROWSER.open("/script", Look.USUAL.withoutJavaScript());
        Page with = BROWSER.open("/script");

        assertThat(without.locator("#seen")).isVisible();
        assertThat(with.locator("#seen")).hasCount(0);
        assertThat(BROWSER.findings(without)).singleElement().asString().contains("only-then");
        assertThat(BROWSER.findings(with)).isEmpty();
    }

    @Test
    void everyPersonIsNew() {
        site.file(
                "/remember.js",
                "document.getElementById('known').textContent = document.cookie; document.cookie = 'a=b'");
        site.page("/remember", "<p id=\"known\">-</p><script src=\"/remember.js\"></script>");
        Page first = BROWSER.open("/remember");
        first.reload();

        assertThat(first.locator("#known")).hasText("a=b");
        assertThat(BROWSER.open("/remember").locator("#known")).hasText("");
    }

    @Test
    void letsNothingThroughToOthers() {
        other.file("/pixel", "").file("/page", "reached").file("/data", "");
        site.file(
                "/foreign.js",
                "fetch('" + other.address() + "data').catch(() => {});" + " new WebSocket('ws://"
                        + other.address().getAuthority() + "/socket')");
        site.page(
                "/foreign",
                "<img alt=\"\" src=\"" + other.address() + "pixel\"><img alt=\"\" src=\"http://example.org/pixel\">"
                        + "<script src=\"/foreign.js\"></script><a href=\"" + other.address() + "page\">away</a>");
        Page page = BROWSER.open("/foreign");
        page.waitForCondition(() -> BROWSER.troubles().size() >= 4);
        page.locator("a").click();
        page.waitForCondition(() -> BROWSER.troubles().size() >= 5);

        assertThat(BROWSER.troubles())
                .allMatch(trouble -> trouble.kind() == Kind.FOREIGN_REQUEST)
                .extracting(Trouble::said)
                .containsExactlyInAnyOrder(
                        "GET " + other.address() + "pixel",
                        "GET http://example.org/pixel",
                        "GET " + other.address() + "data",
                        "ws://" + other.address().getAuthority() + "/socket",
                        "GET " + other.address() + "page");
        assertThat(other.asked()).isEmpty();
        BROWSER.expect("FOREIGN_REQUEST");
    }

    @Test
    void seesARedirectToOthers() {
        site.file("/away", "redirect http://example.org/");

        assertThatThrownBy(() -> BROWSER.open("/away")).hasMessageContaining("ERR_NAME_NOT_RESOLVED");

        assertThat(BROWSER.troubles())
                .extracting(Trouble::toString)
                .containsExactly("FOREIGN_REQUEST: GET http://example.org/");
        BROWSER.expect("example.org");
    }

    @Test
    void seesWhatThePolicyOfThePageRefuses() {
        site.page("/inline", "<p>x</p><script>document.title = 'changed'</script>");
        Page page = BROWSER.open("/inline");

        assertThat(page).hasTitle("Page");
        assertThat(BROWSER.troubles()).extracting(Trouble::kind).containsExactly(Kind.CSP_VIOLATION);
        BROWSER.expect("CSP_VIOLATION");
    }

    @Test
    void seesErrorsOfScriptsAndAnswersThatAreErrorsOrDoNotCome() {
        site.file("/broken.js", "console.error('told'); nothing.there");
        site.page(
                "/broken",
                "<script src=\"/broken.js\"></script><img alt=\"\" src=\"/missing\"><img alt=\"\" src=\"/hung-up\">");
        BROWSER.open("/broken");

        assertThat(BROWSER.troubles())
                .extracting(Trouble::kind)
                .contains(Kind.PAGE_ERROR, Kind.CONSOLE_ERROR, Kind.FAILED_REQUEST);
        BROWSER.expect("told");
        BROWSER.expect("nothing is not defined");
        BROWSER.expect("status of 404");
        BROWSER.expect("/hung-up");
    }

    @Test
    void keepsWhatIsSeen() throws IOException {
        Path file = Path.of("target", "screenshots", "good.png");
        Files.deleteIfExists(file);

        BROWSER.screenshot(BROWSER.open("/good"), "good");

        assertThat(file).isNotEmptyFile();
    }

    @Test
    void aTestFailsWithWhatItDidNotExpectAndWithWhatItExpectedInVain() {
        site.page("/inline-too", "<p>x</p><script>document.title = 'changed'</script>");
        var tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(CarelessClass.class))
                .execute()
                .testEvents();

        assertThat(tests.finished().stream().count()).isEqualTo(2);
        assertThat(tests.failed().stream()
                        .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage()))
                .hasSize(2)
                .anyMatch(message -> message.contains("CSP_VIOLATION"))
                .anyMatch(message -> message.contains("expected, but did not happen: status of 500"));
    }

    /** Run by the test above only. */
    static class CarelessClass {

        @RegisterExtension
        static final Browser CARELESS = Browser.at(() -> site.address());

        @Test
        void looksAwayFromWhatWentWrong() {
            CARELESS.open("/inline-too");
        }

        @Test
        void expectsWhatDoesNotCome() {
            CARELESS.expect("status of 500");
            CARELESS.open("/good");
        }
    }
}
