package io.sspr.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first page, for everybody. */
class PortalPagesTests {

    @RegisterExtension
    static final Browser BROWSER = Browser.at(() -> PortalSystem.shared().address());

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
}
