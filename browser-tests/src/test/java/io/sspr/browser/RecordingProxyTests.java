package io.sspr.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import io.sspr.live.Mark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A secret that a person types is found on its way if a page sends it, and only then. */
class RecordingProxyTests {

    private static final String FORM = "<form method=\"post\" action=\"/sent\"><label>Password"
            + " <input type=\"password\" name=\"password\"></label><button>Go</button></form>";

    private static ThrowAwaySite site;
    private static RecordingProxy proxy;

    @RegisterExtension
    static final Browser BROWSER = Browser.at(() -> proxy.address());

    private final Mark typed = new Mark("typed password", "Šifra \"42\" " + UUID.randomUUID());

    @BeforeAll
    static void serve() throws IOException {
        site = new ThrowAwaySite();
        proxy = RecordingProxy.before(site.address());
        site.page("/sent", "<p>Thank you</p>");
        site.page("/form", FORM);
    }

    @AfterAll
    static void stop() throws IOException {
        proxy.close();
        site.close();
    }

    @Test
    void findsWhatAFormSends() {
        typeAndGo(BROWSER.open("/form"));

        assertThat(proxy.wasSent(typed)).isTrue();
        assertThat(proxy.wasReceived(typed)).isFalse();
    }

    @Test
    void findsWhatIsSentWithoutJavaScript() {
        typeAndGo(BROWSER.open("/form", Look.USUAL.withoutJavaScript()));

        assertThat(proxy.wasSent(typed)).isTrue();
    }

    @Test
    void findsWhatAScriptEncodes() {
        for (String body : new String[] {
            "JSON.stringify({p})",
            "btoa('ab' + unescape(encodeURIComponent(p)))",
            "new TextEncoder().encode(p)",
            "JSON.stringify([...new TextEncoder().encode(p)])",
            "encodeURIComponent(p)"
        }) {
            Mark mark = new Mark(body, typed.text() + UUID.randomUUID());
            site.file("/encode.js", sending(body));
            site.page("/encode", FORM + "<script src=\"/encode.js\"></script>");
            Page page = BROWSER.open("/encode");
            page.locator("input").fill(mark.text());
            page.locator("button").click();
            assertThat(page).hasTitle("sent");

            assertThat(proxy.wasSent(mark)).as(body).isTrue();
        }
    }

    @Test
    void doesNotFindWhatIsEncryptedOnTheWay() {
        site.file(
                "/hash.js",
                sending("new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(p)))"));
        site.page("/hash", FORM + "<script src=\"/hash.js\"></script>");
        Page page = BROWSER.open("/hash");
        page.locator("input").fill(typed.text());
        page.locator("button").click();
        assertThat(page).hasTitle("sent");

        assertThat(proxy.wasSent(typed)).isFalse();
    }

    @Test
    void findsWhatAPageSaysBackOverTheEdgesOfChunks() throws IOException {
        byte[] secret = typed.text().getBytes(StandardCharsets.UTF_8);
        try (SplittingSite splitting = new SplittingSite(secret);
                RecordingProxy before = RecordingProxy.before(splitting.address())) {
            splitting.readThrough(before.address());

            assertThat(before.wasReceived(typed)).isTrue();
            assertThat(before.wasReceived(new Mark("another", "another" + UUID.randomUUID())))
                    .isFalse();
        }
    }

    @Test
    void doesNotJudgeWhatItCannotRead() throws IOException {
        try (SplittingSite compressing = new SplittingSite(new byte[] {31, -117, 8}, "Content-Encoding: gzip\r\n");
                RecordingProxy before = RecordingProxy.before(compressing.address())) {
            compressing.readThrough(before.address());

            assertThatThrownBy(() -> before.wasReceived(typed)).hasMessageContaining("compressed");
        }
    }

    private void typeAndGo(Page page) {
        page.locator("input").fill(typed.text());
        page.locator("button").click();
        assertThat(page.locator("p")).hasText("Thank you");
    }

    private static String sending(String body) {
        return "document.querySelector('form').addEventListener('submit', async e => { e.preventDefault();"
                + " const p = document.querySelector('input').value;"
                + " await fetch('/sent', {method: 'POST', body: " + body + "}); document.title = 'sent' })";
    }
}
