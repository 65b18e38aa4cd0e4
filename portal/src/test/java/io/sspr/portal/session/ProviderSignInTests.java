package io.sspr.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.portal.cookie.CookieName;
import io.sspr.portal.cookie.SealedCookies;
import io.sspr.portal.testing.Browser;
import io.sspr.portal.testing.Page;
import io.sspr.portal.testing.RunningPortal;
import jakarta.servlet.http.Cookie;
import java.net.URI;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    private final Browser browser = portal.browser();

    @BeforeAll
    static void start() throws Exception {
        int port = RunningPortal.freePort();
        Path secret = Files.writeString(directory.resolve("client-secret"), IdentityProvider.CLIENT_SECRET + "\n");
        // The portal first: it must start without its provider.
        portal = RunningPortal.start(
                directory,
                "sspr.portal.oidc.issuer=http://localhost:" + port,
                "sspr.portal.oidc.client-id=sspr",
                "sspr.portal.oidc.client-secret=" + secret,
                "sspr.portal.oidc.login-claim=login",
                "sspr.portal.oidc.name=the office");
        Browser early = portal.browser();
        assertThat(early.get("/sign-in/with/provider").status()).isGreaterThanOrEqualTo(500);
        provider = new IdentityProvider(
                port,
                portal.base(),
                Map.of(
                        "two", Map.of("sspr_account", ACCOUNT.toString(), "amr", List.of("pwd", "otp", "mfa")),
                        "one", Map.of("sspr_account", ACCOUNT.toString()),
                        "nobody", Map.of(),
                        "stranger", Map.of("sspr_account", "ana.novak"),
                        "replayed", told("nonce", "of another departure"),
                        "audience", told("aud", List.of("another client")),
                        "issuer", told("iss", "https://another.example.org"),
                        "expired", told("exp", Instant.now().minusSeconds(3600)),
                        "party", told("azp", "another client")));
    }

    @AfterAll
    static void stop() {
        portal.close();
        provider.close();
    }

    @Test
    void showsOneButtonAndAsksForNoPassword() {
        Page page = browser.get("/sign-in?next=/account/password");

        assertThat(page.body())
                .contains("Sign in with the office", "/sign-in/with/provider?next=/account/password")
                .doesNotContain("type=\"password\"");
    }

    @Test
    void goesThereWithProofKeyAndNonceAndBackToOurOwnAddress() {
        URI there = browser.get("/sign-in/with/provider").location();

        assertThat(there.getQuery())
                .contains("code_challenge_method=S256", "nonce=", "state=", "max_age=300")
                .contains("redirect_uri=" + portal.base() + ProviderSignIn.BACK);
        assertThat(browser.cookie(SESSION)).isEmpty();
    }

    @Test
    void signsInWithWhatTheTokenSays() {
        browser.keep(SESSION, "planted-by-somebody");
        Instant before = Instant.now().minusSeconds(60);
        Page back = comeBack(browser, "two", "/sign-in/with/provider?next=/account/password");

        assertThat(back.location().toString()).isEqualTo(portal.base() + "/account/welcome?next=/account/password");
        SignedInPerson person = signedIn();
        assertThat(person.accountId()).isEqualTo(ACCOUNT);
        assertThat(person.amr()).containsExactly("pwd", "otp", "mfa");
        assertThat(person.since()).isBetween(before, Instant.now());
        assertThat(person.login()).isNull();
        // Without a login nobody can be asked; they go on.
        assertThat(browser.get("/account/welcome?next=/account/password")
                        .location()
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
            Browser fresh = portal.browser();
            Page back = comeBack(fresh, user, "/sign-in/with/provider");

            assertThat(back.location().getQuery()).startsWith("why=no-account");
            assertThat(fresh.cookie(SESSION)).isEmpty();
            assertThat(fresh.get("/sign-in?why=no-account").body()).contains("not told which account is yours");
        }
    }

    @Test
    void takesNobodyBackWhoDidNotLeaveFromHere() {
        URI back = there(browser, "two", "/sign-in/with/provider");
        Browser victim = portal.browser();
        Page lured = victim.get(address(back));

        assertThat(lured.location().getQuery()).startsWith("why=again");
        assertThat(victim.cookie(SESSION)).isEmpty();
    }

    @Test
    void takesBackEachTabOnce() {
        URI first = there(browser, "two", "/sign-in/with/provider?next=/account/password");
        URI second = there(browser, "two", "/sign-in/with/provider?next=/account/add");
        Page one = browser.get(address(first));
        Page two = browser.get(address(second));
        Page again = browser.get(address(first));

        assertThat(one.location().getQuery()).isEqualTo("next=/account/password");
        assertThat(two.location().getQuery()).isEqualTo("next=/account/add");
        assertThat(again.location().getQuery()).startsWith("why=again");
    }

    @Test
    void saysThatSomebodyCameBackWithoutSigningIn() {
        URI there = browser.get("/sign-in/with/provider?next=/account/password").location();
        Page back = browser.get(ProviderSignIn.BACK + "?error=access_denied&state=" + parameter(there, "state"));

        assertThat(back.location().getQuery()).isEqualTo("why=cancelled&next=/account/password");
        assertThat(browser.cookie(SESSION)).isEmpty();
    }

    /** Login CSRF: somebody lays the code of their own sign-in under another's, who would then work in the wrong account. */
    @Test
    void takesNoCodeOfAnotherBrowsersDeparture() {
        URI others = there(portal.browser(), "one", "/sign-in/with/provider");
        Page away = browser.get("/sign-in/with/provider?next=/account/password");
        String state = parameter(away.location(), "state");
        Page back = browser.get(ProviderSignIn.BACK + "?code=" + parameter(others, "code") + "&state=" + state);

        assertThat(back.location().getQuery()).isEqualTo("why=provider&next=/account/password");
        assertThat(browser.cookie(SESSION)).isEmpty();
        assertThat(browser.follow(back).body()).contains("Signing in did not work");
    }

    @Test
    void takesNoCodeUnderAStateThatItDidNotMake() {
        URI back = there(browser, "two", "/sign-in/with/provider");
        Map<String, String> whys =
                Map.of("", "provider", "&state=another", "again", "&state=" + parameter(back, "state") + "A", "again");
        for (Map.Entry<String, String> why : whys.entrySet()) {
            Page page = browser.get(ProviderSignIn.BACK + "?code=" + parameter(back, "code") + why.getKey());

            assertThat(page.location().getQuery()).isEqualTo("why=" + why.getValue() + "&next=/account");
            assertThat(browser.cookie(SESSION)).isEmpty();
        }
        // Whoever it was still can.
        assertThat(browser.get(address(back)).location().getPath()).isEqualTo("/account/welcome");
    }

    /** Not even where what the browser kept of its departure is put back too. */
    @Test
    void takesEachCodeOnce() {
        URI back = there(browser, "two", "/sign-in/with/provider");
        String departure = browser.cookie("sspr-signing-in").orElseThrow();
        assertThat(browser.get(address(back)).location().getPath()).isEqualTo("/account/welcome");
        Browser later = portal.browser();
        later.keep("sspr-signing-in", departure);
        Page again = later.get(address(back));

        assertThat(again.location().getQuery()).startsWith("why=provider");
        assertThat(later.cookie(SESSION)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"replayed", "audience", "issuer", "expired", "party"})
    void believesNoTokenThatIsNotForThisDeparture(String user) {
        Page back = comeBack(browser, user, "/sign-in/with/provider");

        assertThat(back.location().getQuery()).startsWith("why=provider");
        assertThat(browser.cookie(SESSION)).isEmpty();
    }

    /** A token that would do but for that claim. */
    private static Map<String, Object> told(String claim, Object value) {
        return Map.of("sspr_account", ACCOUNT.toString(), claim, value);
    }

    private SignedInPerson signedIn() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie(SESSION, browser.cookie(SESSION).orElseThrow()));
        return portal.part(SealedCookies.class)
                .kept(request, CookieName.SESSION, "/", SignedInPerson.class)
                .orElseThrow();
    }

    private static Page comeBack(Browser browser, String user, String from) {
        return browser.get(address(there(browser, user, from)));
    }

    /** Through the provider's own pages, to the address that it sends its browser back to. */
    private static URI there(Browser browser, String user, String from) {
        Page away = browser.get(from);
        URI office = URI.create("http://" + away.location().getAuthority());
        Browser atProvider = new Browser(office, office);
        assertThat(atProvider.follow(away).location().getPath()).isEqualTo("/login");
        Map<String, String> form = new HashMap<>(Map.of("username", user, "password", IdentityProvider.PASSWORD));
        Page login = atProvider.get("/login");
        form.put("_csrf", login.body().replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1"));
        Page back = atProvider.follow(atProvider.post("/login", form));
        assertThat(back.location().toString()).startsWith(portal.base() + ProviderSignIn.BACK);
        return back.location();
    }

    private static String address(URI back) {
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private static String parameter(URI address, String name) {
        return address.getRawQuery().replaceAll(".*\\b" + name + "=([^&]+).*", "$1");
    }
}
