package io.sspr.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Refusal;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.contract.reply.SignedIn;
import io.sspr.portal.testing.Browser;
import io.sspr.portal.testing.Page;
import io.sspr.portal.testing.RunningPortal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
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

    private final Browser browser = portal.browser();

    @BeforeAll
    static void startPortal() throws Exception {
        portal = RunningPortal.start(directory);
    }

    @AfterAll
    static void stopPortal() {
        portal.close();
    }

    @Test
    void signsInWithASessionThatNothingInTheRequestMade() {
        browser.keep(SESSION, "planted-by-somebody");
        Page page = browser.get("/sign-in");
        Page answer = signIn(browser, page, new SignedIn(ACCOUNT, false, Instant.EPOCH));

        assertThat(answer.location().getPath()).isEqualTo("/account/welcome");
        assertThat(answer.setCookies())
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith(SESSION + "=")
                        .doesNotContain("planted")
                        .contains("HttpOnly", "SameSite=Lax", "Path=/;"));
        assertThat(browser.get("/account/password").status()).isEqualTo(200);
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
        Page page = browser.get("/sign-in");
        UUID id = page.mid();
        portal.answer(id, new SignedIn(ACCOUNT, false, Instant.EPOCH));
        Browser other = portal.browser();
        Page looked = other.get("/sign-in/" + id);
        Map<String, String> fields = fields(other.get("/sign-in"));
        fields.put("mid", id.toString());
        Page asked = other.post("/sign-in", fields);

        assertThat(looked.location().getQuery()).startsWith("why=again");
        assertThat(asked.location().getQuery()).startsWith("why=again");
        assertThat(other.cookie(SESSION)).isEmpty();
        // The one whose id it is still can.
        assertThat(browser.post("/sign-in", fields(page)).location().getPath()).isEqualTo("/account/welcome");
    }

    @Test
    void waitsForASlowAnswerAndSignsInTheOneWhoAsked() {
        Page page = browser.get("/sign-in");
        UUID id = page.mid();
        Page asked = browser.post("/sign-in", fields(page));
        assertThat(asked.location().getPath()).isEqualTo("/sign-in/" + id);
        assertThat(browser.get("/sign-in/" + id).body()).contains("data-wait=\"/wait/" + id, "http-equiv=\"refresh\"");
        portal.answer(id, new SignedIn(ACCOUNT, false, Instant.EPOCH));

        assertThat(browser.get("/sign-in/" + id).location().getPath()).isEqualTo("/account/welcome");
        assertThat(browser.cookie(SESSION)).isPresent();
        // And once: whoever comes to this browser later does not.
        assertThat(browser.get("/sign-in/" + id).location().getQuery()).startsWith("why=again");
    }

    @Test
    void saysWhyItFailedAndUntilWhen() {
        Page answer = signIn(
                browser,
                browser.get("/sign-in"),
                new SignInFailed(Refusal.LOCKED, Instant.now().plusSeconds(3600)));
        Page page = browser.get(answer.location().getPath());

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
        Page page = browser.get(address);
        Map<String, String> fields = fields(page);
        fields.put("next", next);
        portal.answer(UUID.fromString(fields.get("mid")), new SignedIn(ACCOUNT, false, Instant.EPOCH));
        Page answer = browser.post("/sign-in", fields);

        assertThat(page.body()).doesNotContain("evil");
        assertThat(answer.location().toString()).isEqualTo(portal.base() + "/account/welcome?next=/account");
    }

    @Test
    void opensNothingButTheNewPasswordToWhoeverMustChangeIt() {
        signIn(browser, browser.get("/sign-in"), new SignedIn(ACCOUNT, true, Instant.EPOCH));

        assertThat(browser.get("/account/welcome").location().getPath()).isEqualTo("/account/password");
        assertThat(browser.get("/account").location().getPath()).isEqualTo("/account/password");
        assertThat(browser.get("/account/password").body()).contains("only meant for the first time");
    }

    @Test
    void leadsToSigningInAndBackWhereSomebodyMust() {
        Page answer = browser.get("/account/password");

        assertThat(answer.location().toString())
                .isEqualTo(portal.base() + "/sign-in?why=needed&next=/account/password");
    }

    @Test
    void signsOut() {
        signIn(browser, browser.get("/sign-in"), new SignedIn(ACCOUNT, false, Instant.EPOCH));
        Page page = browser.get("/account/password");
        Page out = browser.post("/sign-out", Map.of("_csrf", page.hidden("_csrf")));

        assertThat(out.location().getQuery()).startsWith("why=signed-out");
        assertThat(browser.cookie(SESSION)).isEmpty();
        assertThat(browser.get("/account/password").location().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void signsOutEverywhereOnceThePasswordIsAnother() {
        UUID account = UUID.randomUUID();
        signIn(browser, browser.get("/sign-in"), new SignedIn(account, false, Instant.EPOCH));
        Browser elsewhere = portal.browser();
        signIn(elsewhere, elsewhere.get("/sign-in"), new SignedIn(account, false, Instant.EPOCH));
        Map<String, String> change = new HashMap<>(fields(browser.get("/account/password")));
        change.putAll(Map.of("currentPassword", "old", "newPassword", "new", "newPasswordAgain", "new"));
        UUID id = UUID.fromString(change.get("mid"));
        portal.answer(id, new PasswordSet(null, account, 2));
        Page changed = browser.post("/account/password", change);

        assertThat(changed.location().getQuery()).startsWith("why=changed");
        assertThat(browser.cookie(SESSION)).isEmpty();
        assertThat(elsewhere.get("/account/password").location().getQuery()).startsWith("why=changed");
        // With the new one they get in again.
        signIn(elsewhere, elsewhere.get("/sign-in"), new SignedIn(account, false, Instant.EPOCH));
        assertThat(elsewhere.get("/account/password").status()).isEqualTo(200);
    }

    @Test
    void saysInWordsThatAFormIsTooOldOrNotOurs() {
        Map<String, String> forged = fields(browser.get("/sign-in"));
        forged.remove("_csrf");
        Page answer = browser.post("/sign-in", forged);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("This page was open for too long");
    }

    private static Page signIn(Browser browser, Page page, Reply reply) {
        UUID id = page.mid();
        portal.answer(id, reply);
        return browser.post("/sign-in", fields(page));
    }

    private static Map<String, String> fields(Page page) {
        Map<String, String> fields = new HashMap<>();
        fields.put("_csrf", page.hidden("_csrf"));
        fields.put("mid", page.hidden("mid"));
        fields.put("login", "ana.novak");
        fields.put("password", "the password of ana");
        return fields;
    }
}
