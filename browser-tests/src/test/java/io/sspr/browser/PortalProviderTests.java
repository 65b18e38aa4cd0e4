package io.sspr.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.sspr.live.SamplePerson;
import io.sspr.quickstart.layout.Ports;
import io.sspr.quickstart.portal.PortalProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Another portal for the same people, who sign in with an OpenID Connect provider there, and not for long. */
class PortalProviderTests {

    /** Long enough to come in, short enough to wait for its end. */
    private static final String SESSION_LIFE = "15s";

    private static final int PORT = Ports.findFree();
    private static final int PROVIDER_PORT = Ports.findFree();
    private static final URI ADDRESS = URI.create("http://127.0.0.1:" + PORT);
    private static final URI PROVIDER_ADDRESS = URI.create("http://localhost:" + PROVIDER_PORT);

    @RegisterExtension
    static final Browser BROWSER = Browser.at(() -> ADDRESS).and(PROVIDER_ADDRESS);

    @SuppressWarnings("NullAway.Init")
    private static SamplePerson person;

    @SuppressWarnings("NullAway.Init")
    private static PortalProcess portal;

    @SuppressWarnings("NullAway.Init")
    private static ProviderProcess provider;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, InterruptedException {
        PortalSystem system = PortalSystem.shared();
        person = system.people().one(People.Kind.REGISTERED);
        Path secret = Files.writeString(directory.resolve("client-secret"), ProviderProcess.CLIENT_SECRET);
        portal = new PortalProcess(system.setup()
                .onPort(PORT)
                .at(ADDRESS)
                .with("sspr.portal.oidc.issuer", PROVIDER_ADDRESS.toString())
                .with("sspr.portal.oidc.client-id", "sspr")
                .with("sspr.portal.oidc.client-secret", secret.toString())
                .with("sspr.portal.oidc.name", "the office")
                .with("sspr.portal.session-life", SESSION_LIFE));
        portal.start();
        provider = new ProviderProcess(
                PROVIDER_PORT,
                ADDRESS,
                List.of(
                        person.login() + "=" + person.signedIn().accountId(),
                        "nobody",
                        "stranger=" + UUID.randomUUID()),
                system.logs().resolve("provider.log"));
    }

    @AfterAll
    static void stop() {
        provider.close();
        portal.close();
    }

    @Test
    void signsInThereAndIsSignedOutWhenTheTimeIsOver() {
        Page page = BROWSER.open("/account");
        assertThat(page.locator("main [role=status]")).containsText("Please sign in");
        assertThat(page.locator("input[type=password]")).hasCount(0);
        BROWSER.checkInBothLanguages(page);
        BROWSER.screenshot(page, "sign-in-provider");
        signInThere(page, person.login());
        page.waitForURL(ADDRESS + "/account");
        assertThat(page.locator(".signed-in")).containsText(person.login());
        assertThat(page.locator("main")).containsText("Authenticator app");
        BROWSER.check(page);

        // Meanwhile somebody comes whom the provider knows, and we do not.
        Page other =
                BROWSER.open("/sign-in", Look.USUAL.in("sl").wide(Look.NARROW).dark());
        signInThere(other, "nobody");
        other.waitForURL("**/sign-in?why=no-account**");
        BROWSER.check(other);
        BROWSER.screenshot(other, "sign-in-no-account-sl-320");

        assertThat(page.locator("[data-expired]")).isVisible(new IsVisibleOptions().setTimeout(30_000));
        page.reload();
        page.waitForURL("**/sign-in?why=expired**");
        BROWSER.check(page);
        // The provider still knows them: no password is asked for.
        page.locator("main a.button").click();
        page.waitForURL(ADDRESS + "/account");
    }

    @Test
    void saysThatSomebodyWhomNobodyMadeKnownHasNothingHere() {
        Page page = BROWSER.open("/sign-in");
        signInThere(page, "stranger");
        page.waitForURL(ADDRESS + "/account**");
        page.navigate(ADDRESS + "/account");
        assertThat(page.locator("#trouble")).isVisible();
        BROWSER.checkInBothLanguages(page);
        BROWSER.screenshot(page, "account-unseen");
    }

    private static void signInThere(Page page, String name) {
        page.locator("main a.button").click();
        page.locator("#username").fill(name);
        page.locator("#password").fill(ProviderProcess.PASSWORD);
        page.locator("button[type=submit]").click();
    }
}
