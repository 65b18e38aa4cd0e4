package io.sspr.portal.session;

import static io.sspr.portal.testing.Browser.hidden;
import static io.sspr.portal.testing.Browser.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Refusal;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.contract.reply.SignedIn;
import io.sspr.portal.log.Services;
import io.sspr.portal.testing.Browser;
import io.sspr.portal.testing.RunningPortal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPagesTests {

    private static final String SESSION = "sspr-session";
    private static final UUID ACCOUNT = UUID.fromString("6f1c2e1a-0000-4000-8000-000000000001");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static RunningPortal portal;

    private final Browser browser = new Browser(portal.base());

    @BeforeAll
    static void startPortal() throws Exception {
        portal = new RunningPortal(directory, Map.of());
    }

    @AfterAll
    static void stopPortal() {
        portal.close();
    }

    @Test
    void signsInWithASessionThatNothingInTheRequestMade() {
        browser.keep(SESSION, "planted-by-somebody");
        HttpResponse<String> page = browser.get("/sign-in");
        HttpResponse<String> answer = signIn(browser, page, new SignedIn(ACCOUNT, false, Instant.EPOCH));

        assertThat(location(answer).getPath()).isEqualTo("/account/welcome");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith(SESSION + "=")
                        .doesNotContain("planted")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/;"));
        assertThat(browser.get("/account/password").statusCode()).isEqualTo(200);
    }

    @Test
    void makesAnotherSessionEachTime() {
        signIn(browser, browser.get("/sign-in"), new SignedIn(ACCOUNT, false, Instant.EPOCH));
        String first = browser.cookie(SESSION).orElseThrow();
        signIn(browser, browser.get("/sign-in"), new SignedIn(ACCOUNT, false, Instant.EPOCH));

        assertThat(browser.cookie(SESSION).orElseThrow()).isNotEqualTo(first);
    }

    @Test
    void signsInNobodyElseWhoKnowsTheId() {
        HttpResponse<String> page = browser.get("/sign-in");
        UUID id = UUID.fromString(hidden(page, "mid"));
        portal.answer(id, new SignedIn(ACCOUNT, false, Instant.EPOCH));
        awaitReply(id);
        Browser other = new Browser(portal.base());
        HttpResponse<String> looked = other.get("/sign-in/" + id);
        Map<String, String> fields = fields(other.get("/sign-in"));
        fields.put("mid", id.toString());
        HttpResponse<String> asked = other.post("/sign-in", fields);

        assertThat(location(looked).getQuery()).startsWith("why=again");
        assertThat(location(asked).getQuery()).startsWith("why=again");
        assertThat(other.cookie(SESSION)).isEmpty();
        // The one whose id it is still can.
        assertThat(location(browser.post("/sign-in", fields(page))).getPath()).isEqualTo("/account/welcome");
    }

    @Test
    void waitsForASlowAnswerAndSignsInTheOneWhoAsked() {
        HttpResponse<String> page = browser.get("/sign-in");
        UUID id = UUID.fromString(hidden(page, "mid"));
        HttpResponse<String> asked = browser.post("/sign-in", fields(page));
        assertThat(location(asked).getPath()).isEqualTo("/sign-in/" + id);
        assertThat(browser.get("/sign-in/" + id).body()).contains("data-wait=\"/wait/" + id, "http-equiv=\"refresh\"");
        portal.answer(id, new SignedIn(ACCOUNT, false, Instant.EPOCH));
        awaitReply(id);

        assertThat(location(browser.get("/sign-in/" + id)).getPath()).isEqualTo("/account/welcome");
        assertThat(browser.cookie(SESSION)).isPresent();
        // And once: whoever comes to this browser later does not.
        assertThat(location(browser.get("/sign-in/" + id)).getQuery()).startsWith("why=again");
    }

    @Test
    void saysWhyItFailedAndUntilWhen() {
        HttpResponse<String> answer = signIn(
                browser,
                browser.get("/sign-in"),
                new SignInFailed(Refusal.LOCKED, Instant.now().plusSeconds(3600)));
        HttpResponse<String> page = browser.get(location(answer).getPath());

        assertThat(page.body())
                .contains("Signing in is locked for a while", "60 minutes")
                .contains("value=\"ana.novak\"")
                .doesNotContain("the password of ana");
        assertThat(browser.cookie(SESSION)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "/\\evil.example", "/account/../x"})
    void leadsToNoPageThatIsNotOurs(String next) {
        String address = "/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        HttpResponse<String> page = browser.get(address);
        Map<String, String> fields = fields(page);
        fields.put("next", next);
        portal.answer(UUID.fromString(fields.get("mid")), new SignedIn(ACCOUNT, false, Instant.EPOCH));
        awaitReply(UUID.fromString(fields.get("mid")));
        HttpResponse<String> answer = browser.post("/sign-in", fields);

        assertThat(page.body()).doesNotContain("evil");
        assertThat(location(answer).toString()).isEqualTo(portal.base() + "/account/welcome?next=/account");
    }

    @Test
    void opensNothingButTheNewPasswordToWhoeverMustChangeIt() {
        signIn(browser, browser.get("/sign-in"), new SignedIn(ACCOUNT, true, Instant.EPOCH));

        assertThat(location(browser.get("/account/welcome")).getPath()).isEqualTo("/account/password");
        assertThat(location(browser.get("/account")).getPath()).isEqualTo("/account/password");
        assertThat(browser.get("/account/password").body()).contains("only meant for the first time");
    }

    @Test
    void leadsToSigningInAndBackWhereSomebodyMust() {
        HttpResponse<String> answer = browser.get("/account/password");

        assertThat(location(answer).toString()).isEqualTo(portal.base() + "/sign-in?why=needed&next=/account/password");
    }

    @Test
    void signsOut() {
        signIn(browser, browser.get("/sign-in"), new SignedIn(ACCOUNT, false, Instant.EPOCH));
        HttpResponse<String> page = browser.get("/account/password");
        HttpResponse<String> out = browser.post("/sign-out", Map.of("_csrf", hidden(page, "_csrf")));

        assertThat(location(out).getQuery()).startsWith("why=signed-out");
        assertThat(browser.cookie(SESSION)).isEmpty();
        assertThat(location(browser.get("/account/password")).getPath()).isEqualTo("/sign-in");
    }

    @Test
    void signsOutEverywhereOnceThePasswordIsAnother() {
        UUID account = UUID.randomUUID();
        signIn(browser, browser.get("/sign-in"), new SignedIn(account, false, Instant.EPOCH));
        Browser elsewhere = new Browser(portal.base());
        signIn(elsewhere, elsewhere.get("/sign-in"), new SignedIn(account, false, Instant.EPOCH));
        Map<String, String> change = new HashMap<>(fields(browser.get("/account/password")));
        change.putAll(Map.of("currentPassword", "old", "newPassword", "new", "newPasswordAgain", "new"));
        UUID id = UUID.fromString(change.get("mid"));
        portal.answer(id, new PasswordSet(null, account, 2));
        awaitReply(id);
        HttpResponse<String> changed = browser.post("/account/password", change);

        assertThat(location(changed).getQuery()).startsWith("why=changed");
        assertThat(browser.cookie(SESSION)).isEmpty();
        assertThat(location(elsewhere.get("/account/password")).getQuery()).startsWith("why=changed");
        // With the new one they get in again.
        signIn(elsewhere, elsewhere.get("/sign-in"), new SignedIn(account, false, Instant.EPOCH));
        assertThat(elsewhere.get("/account/password").statusCode()).isEqualTo(200);
    }

    @Test
    void saysInWordsThatAFormIsTooOldOrNotOurs() {
        Map<String, String> forged = fields(browser.get("/sign-in"));
        forged.remove("_csrf");
        HttpResponse<String> answer = browser.post("/sign-in", forged);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This page was open for too long");
    }

    private static HttpResponse<String> signIn(Browser browser, HttpResponse<String> page, Reply reply) {
        UUID id = UUID.fromString(hidden(page, "mid"));
        portal.answer(id, reply);
        awaitReply(id);
        return browser.post("/sign-in", fields(page));
    }

    private static Map<String, String> fields(HttpResponse<String> page) {
        Map<String, String> fields = new HashMap<>();
        fields.put("_csrf", hidden(page, "_csrf"));
        fields.put("mid", hidden(page, "mid"));
        fields.put("login", "ana.novak");
        fields.put("password", "the password of ana");
        return fields;
    }

    private static void awaitReply(UUID id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> portal.part(Services.class).reply(id).isPresent());
    }
}
