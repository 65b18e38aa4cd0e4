package io.sspr.portal.session;

import static io.sspr.portal.testing.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.portal.cookie.CookieName;
import io.sspr.portal.cookie.SealedCookies;
import io.sspr.portal.testing.Browser;
import io.sspr.portal.testing.RunningPortal;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;

class ProviderSignInTests {

    private static final String SESSION = "sspr-session";
    private static final UUID ACCOUNT = UUID.fromString("6f1c2e1a-0000-4000-8000-000000000001");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static RunningPortal portal;

    @SuppressWarnings("NullAway.Init")
    private static IdentityProvider provider;

    private final Browser browser = new Browser(portal.base());

    @BeforeAll
    static void start() throws Exception {
        int port = RunningPortal.freePort();
        Path secret = Files.writeString(directory.resolve("client-secret"), IdentityProvider.CLIENT_SECRET + "\n");
        // The portal first: it must start without its provider.
        portal = new RunningPortal(
                directory,
                Map.of(
                        "sspr.portal.oidc.issuer", "http://localhost:" + port,
                        "sspr.portal.oidc.client-id", "sspr",
                        "sspr.portal.oidc.client-secret", secret.toString(),
                        "sspr.portal.oidc.login-claim", "login",
                        "sspr.portal.oidc.name", "the office"));
        Browser early = new Browser(portal.base());
        assertThat(early.get("/sign-in/with/provider").statusCode()).isGreaterThanOrEqualTo(500);
        provider = new IdentityProvider(
                port,
                portal.base(),
                Map.of(
                        "two", Map.of("sspr_account", ACCOUNT.toString(), "amr", List.of("pwd", "otp", "mfa")),
                        "one", Map.of("sspr_account", ACCOUNT.toString()),
                        "nobody", Map.of(),
                        "stranger", Map.of("sspr_account", "ana.novak")));
    }

    @AfterAll
    static void stop() {
        portal.close();
        provider.close();
    }

    @Test
    void showsOneButtonAndAsksForNoPassword() {
        HttpResponse<String> page = browser.get("/sign-in?next=/account/password");

        assertThat(page.body())
                .contains("Sign in with the office", "/sign-in/with/provider?next=/account/password")
                .doesNotContain("type=\"password\"");
    }

    @Test
    void goesThereWithProofKeyAndNonceAndBackToOurOwnAddress() {
        URI there = location(browser.get("/sign-in/with/provider"));

        assertThat(there.getQuery())
                .contains("code_challenge_method=S256", "nonce=", "state=", "max_age=300")
                .contains("redirect_uri=" + portal.base() + ProviderSignIn.BACK);
        assertThat(browser.cookie(SESSION)).isEmpty();
    }

    @Test
    void signsInWithWhatTheTokenSays() {
        browser.keep(SESSION, "planted-by-somebody");
        Instant before = Instant.now().minusSeconds(60);
        HttpResponse<String> back = comeBack(browser, "two", "/sign-in/with/provider?next=/account/password");

        assertThat(location(back).toString()).isEqualTo(portal.base() + "/account/welcome?next=/account/password");
        SignedInPerson person = signedIn();
        assertThat(person.accountId()).isEqualTo(ACCOUNT);
        assertThat(person.amr()).containsExactly("pwd", "otp", "mfa");
        assertThat(person.since()).isBetween(before, Instant.now());
        assertThat(person.login()).isNull();
        // Without a login nobody can be asked; they go on.
        assertThat(location(browser.get("/account/welcome?next=/account/password"))
                        .getPath())
                .isEqualTo("/account/password");
    }

    @Test
    void vouchesForNoFactorThatTheProviderDoesNotName() {
        comeBack(browser, "one", "/sign-in/with/provider");

        assertThat(signedIn().amr()).isEmpty();
    }

    @Test
    void saysThatNoAccountWasNamed() {
        for (String user : List.of("nobody", "stranger")) {
            Browser fresh = new Browser(portal.base());
            HttpResponse<String> back = comeBack(fresh, user, "/sign-in/with/provider");

            assertThat(location(back).getQuery()).startsWith("why=no-account");
            assertThat(fresh.cookie(SESSION)).isEmpty();
            assertThat(fresh.get("/sign-in?why=no-account").body()).contains("not told which account is yours");
        }
    }

    @Test
    void takesNobodyBackWhoDidNotLeaveFromHere() {
        URI back = there(browser, "two", "/sign-in/with/provider");
        Browser victim = new Browser(portal.base());
        HttpResponse<String> lured = victim.get(back.getRawPath() + "?" + back.getRawQuery());

        assertThat(location(lured).getQuery()).startsWith("why=again");
        assertThat(victim.cookie(SESSION)).isEmpty();
    }

    @Test
    void takesBackEachTabOnce() {
        URI first = there(browser, "two", "/sign-in/with/provider?next=/account/password");
        URI second = there(browser, "two", "/sign-in/with/provider?next=/account/add");
        HttpResponse<String> one = browser.get(first.getRawPath() + "?" + first.getRawQuery());
        HttpResponse<String> two = browser.get(second.getRawPath() + "?" + second.getRawQuery());
        HttpResponse<String> again = browser.get(first.getRawPath() + "?" + first.getRawQuery());

        assertThat(location(one).getQuery()).isEqualTo("next=/account/password");
        assertThat(location(two).getQuery()).isEqualTo("next=/account/add");
        assertThat(location(again).getQuery()).startsWith("why=again");
    }

    @Test
    void saysThatSomebodyCameBackWithoutSigningIn() {
        URI there = location(browser.get("/sign-in/with/provider?next=/account/password"));
        String state = there.getRawQuery().replaceAll(".*state=([^&]+).*", "$1");
        HttpResponse<String> back = browser.get(ProviderSignIn.BACK + "?error=access_denied&state=" + state);

        assertThat(location(back).getQuery()).isEqualTo("why=cancelled&next=/account/password");
        assertThat(browser.cookie(SESSION)).isEmpty();
    }

    private SignedInPerson signedIn() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie(SESSION, browser.cookie(SESSION).orElseThrow()));
        return portal.part(SealedCookies.class)
                .kept(request, CookieName.SESSION, "/", SignedInPerson.class)
                .orElseThrow();
    }

    private static HttpResponse<String> comeBack(Browser browser, String user, String from) {
        URI back = there(browser, user, from);
        return browser.get(back.getRawPath() + "?" + back.getRawQuery());
    }

    /** Through the provider's own pages, to the address that it sends its browser back to. */
    private static URI there(Browser browser, String user, String from) {
        URI away = location(browser.get(from));
        Browser atProvider = new Browser(away.resolve("/"));
        HttpResponse<String> step = atProvider.get(away.getRawPath() + "?" + away.getRawQuery());
        assertThat(location(step).getPath()).isEqualTo("/login");
        Map<String, String> form = new HashMap<>(Map.of("username", user, "password", IdentityProvider.PASSWORD));
        HttpResponse<String> login = atProvider.get("/login");
        form.put("_csrf", login.body().replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1"));
        HttpResponse<String> signedIn = atProvider.post("/login", form);
        URI goOn = location(signedIn);
        HttpResponse<String> back = atProvider.get(goOn.getRawPath() + "?" + goOn.getRawQuery());
        assertThat(location(back).toString()).startsWith(portal.base() + ProviderSignIn.BACK);
        return location(back);
    }
}
