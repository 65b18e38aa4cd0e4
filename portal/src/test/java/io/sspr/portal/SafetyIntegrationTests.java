package io.sspr.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ResetDisputed;
import io.sspr.contract.request.DisputeReset;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.secret.DisputeEntry;
import io.sspr.portal.testing.Browser;
import io.sspr.portal.testing.Page;
import io.sspr.portal.testing.RunningKafka;
import io.sspr.portal.testing.RunningPortal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal as a whole against whoever means it no good: a real port, a real broker; the test answers for the services. */
class SafetyIntegrationTests {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static RunningPortal portal;

    private final Browser browser = portal.browser();

    @BeforeAll
    static void start() throws Exception {
        portal = RunningPortal.start(directory, "sspr.portal.brand.helpdesk=mailto:help@example.org");
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/reset",
                "/unlock",
                "/help",
                "/not-me",
                "/reset/00000000-0000-0000-0000-000000000001",
                "/not-me/00000000-0000-0000-0000-000000000001",
                "/nothing",
                "/reset/nothing",
                "/error"
            })
    void everyPageTellsTheBrowserToTrustNothingElse(String path) throws Exception {
        Page page = browser.get(path);

        assertThat(page.header("Content-Security-Policy")).isEqualTo(POLICY);
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Permissions-Policy")).contains("camera=()", "geolocation=()");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Server")).isNull();
        assertThat(page.body())
                .doesNotContain("<style", " style=", " onclick", "javascript:")
                .contains("</html>");
        assertThat(page.setCookies()).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  /nothing,            404, There is no such page",
        "GET,  /reset/nothing,      400, That could not be read",
        "GET,  /reset/00000000-0000-0000-0000-000000000001/prove, 405, That does not work this way",
        "PUT,  /help,               403, This page was open for too long",
        "POST, /not-me,             403, This page was open for too long",
    })
    void faultsAreSaidInWords(String method, String path, int status, String words) throws Exception {
        Page page = browser.send(method, path);

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.body())
                .contains(
                        words,
                        "Example Organisation",
                        "href=\"http://" + portal.base().getAuthority() + "/\"");
        assertThat(page.body()).doesNotContain("Exception", "Whitelabel", "Tomcat");
    }

    @Test
    void faultsAreSaidInThePersonsLanguage() throws Exception {
        assertThat(browser.get("/nothing", "Accept-Language", "sl").body()).contains("Te strani ni");
    }

    @Test
    void aFormThatNoPageMakesIsRefused() throws Exception {
        Map<String, String> form = browser.get("/not-me").form("/not-me");
        form.remove("mid");
        Page page = browser.post("/not-me", form);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("That could not be read");
    }

    @Test
    void aFormThatIsAbsurdlyLongIsRefused() throws Exception {
        Map<String, String> form = browser.get("/not-me").form("/not-me");
        form.put("login", "a".repeat(3_000_000));
        Page page = browser.post("/not-me", form);

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.body()).contains("That was too long");
    }

    @Test
    void aFormWithoutOurTokenDoesNothing() throws Exception {
        Map<String, String> form = browser.get("/not-me").form("/not-me");
        int before = requestsWithOneMore();
        Map<String, String> missing = new HashMap<>(form);
        missing.remove("_csrf");
        Map<String, String> forged = new HashMap<>(form);
        forged.put("_csrf", form.get("_csrf") + "A");

        for (Map<String, String> bad : List.of(missing, forged)) {
            bad.putAll(Map.of("login", "ana", "code", "7KQ2M-04XTB"));
            Page page = browser.post("/not-me", bad);
            assertThat(page.status()).isEqualTo(403);
            assertThat(page.body()).contains("This page was open for too long");
        }
        form.putAll(Map.of("login", "ana", "code", "7KQ2M-04XTB"));
        assertThat(browser.post("/not-me", form, "Cookie", "csrf=another").status())
                .isEqualTo(403);
        assertThat(requestsWithOneMore()).isEqualTo(before + 1);
    }

    @Test
    void answersToNoOtherName() throws Exception {
        for (String path : List.of("/", "/reset", "/portal.css", "/nothing")) {
            Page page = browser.get(path, "Host", "evil.example.com");
            assertThat(page.status()).isEqualTo(421);
            assertThat(page.body()).contains("This is not our address").doesNotContain("evil.example.com");
            assertThat(page.header("Content-Security-Policy")).isEqualTo(POLICY);
            assertThat(page.setCookies()).isEmpty();
        }
        assertThat(browser.get("/actuator/health", "Host", "10.0.0.1", "Accept", "*/*")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nothingThatARequestSaysMovesALink() throws Exception {
        String[] forwarded = {
            "X-Forwarded-Host", "evil.example.com", "X-Forwarded-Proto", "ftp", "X-Forwarded-Port", "6666",
            "X-Forwarded-Prefix", "/evil", "Forwarded", "host=evil.example.com;proto=ftp", "X-Original-URL", "/evil"
        };
        Page page = browser.get("/reset", forwarded);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("evil", "6666", "ftp:");

        Map<String, String> form = page.form("/reset");
        form.put("login", "ana");
        Page sent = browser.post("/reset", form, forwarded);
        assertThat(sent.status()).isIn(302, 303);
        assertThat(sent.header("Location"))
                .doesNotContain("evil", "6666", "ftp")
                .contains("/reset/");
    }

    @Test
    void onlyWhatIsTheSameForAllMayBeKeptByABrowser() throws Exception {
        for (String path : List.of("/portal.css", "/portal.js", "/seal.js", "/favicon.svg")) {
            Page file = browser.get(path);
            assertThat(file.header("Cache-Control")).isEqualTo("max-age=300, public");
            String tag = file.header("ETag");
            assertThat(tag).startsWith("W/\"");
            assertThat(file.header("Last-Modified")).isNull();
            assertThat(browser.get(path, "If-None-Match", String.valueOf(tag)).status())
                    .isEqualTo(304);
        }
        assertThat(browser.get("/portal.css", "Accept-Encoding", "gzip").header("Content-Encoding"))
                .isEqualTo("gzip");
        // What is in a page must not show in its length.
        assertThat(browser.get("/help", "Accept-Encoding", "gzip").header("Content-Encoding"))
                .isNull();
        assertThat(browser.get("/keys/reset").header("Cache-Control")).contains("no-store");
    }

    /** 100 kB in all for the first page, as it travels. */
    @Test
    void theFirstPageIsLight() throws Exception {
        int bytes = 0;
        for (String path : List.of("/", "/portal.css", "/brand.css", "/portal.js", "/seal.js", "/favicon.svg")) {
            Page part = browser.get(path);
            bytes += part.body().getBytes(StandardCharsets.UTF_8).length;
        }
        assertThat(bytes).isLessThan(100_000);
    }

    @Test
    void cookiesGoNowhereElse() throws Exception {
        String path = begin();

        assertThat(browser.cookieNames()).containsExactlyInAnyOrder("csrf", "sspr-journey");
        Page chosen = browser.get("/?lang=sl");
        assertThat(chosen.setCookies())
                .singleElement()
                .asString()
                .startsWith("lang=sl;")
                .contains("HttpOnly", "SameSite=Lax");
        assertThat(path).startsWith("/reset/");
    }

    @Test
    void cookiesTravelOverTlsOnly() throws Exception {
        try (RunningPortal encrypted =
                RunningPortal.start(directory, "sspr.portal.base-url=https://reset.example.org")) {
            Browser visitor = encrypted.browser();
            Map<String, String> form = visitor.get("/reset").form("/reset");
            form.put("login", "ana");
            List<String> set = visitor.post("/reset", form).setCookies();

            assertThat(visitor.cookieNames()).contains("__Host-csrf", "__Secure-sspr-journey");
            assertThat(set)
                    .isNotEmpty()
                    .allSatisfy(cookie -> assertThat(cookie)
                            .contains("; Secure", "; HttpOnly", "; SameSite=Lax")
                            .doesNotContain("Domain="));
            assertThat(visitor.get("/help", "Host", "reset.example.org").status())
                    .isEqualTo(200);
            assertThat(visitor.get("/help", "Host", "localhost").status()).isEqualTo(421);
        }
    }

    @Test
    void aCookieThatIsNotOursOrOfAnotherFlowIsNone() throws Exception {
        String first = begin();
        String cookie = browser.cookie("sspr-journey").orElseThrow();
        String second = begin();
        String gone = "This is over, or began in another browser";

        assertThat(browser.get(second, "Cookie", "sspr-journey=" + cookie).body())
                .contains(gone);
        String altered = cookie.substring(0, cookie.length() - 8) + "AAAAAAAA";
        for (String bad : List.of(altered, "", "x", "a.b.c.d.e"))
            assertThat(browser.get(first, "Cookie", "sspr-journey=" + bad).body())
                    .as(bad)
                    .contains(gone);
        assertThat(browser.get(first, "Cookie", "sspr-journey=" + cookie).body())
                .doesNotContain(gone);
    }

    @Test
    void keysOfCookiesRollWithoutEndingAnything() throws Exception {
        String path = begin();
        String cookie = "sspr-journey=" + browser.cookie("sspr-journey").orElseThrow();
        String gone = "This is over, or began in another browser";

        try (RunningPortal rolling = RunningPortal.start(
                directory, "sspr.portal.cookie-keys=" + RunningPortal.cookieKeys(directory, "new.key", "cookie.key"))) {
            assertThat(rolling.browser().get(path, "Cookie", cookie).body()).doesNotContain(gone);
        }
        try (RunningPortal rolled = RunningPortal.start(
                directory, "sspr.portal.cookie-keys=" + RunningPortal.cookieKeys(directory, "new.key"))) {
            assertThat(rolled.browser().get(path, "Cookie", cookie).body()).contains(gone);
        }
    }

    @Test
    void aReplyThatCameWhileNobodyListenedIsFound() throws Exception {
        String path = begin();
        UUID flow = UUID.fromString(path.substring("/reset/".length()));
        String cookie = "sspr-journey=" + browser.cookie("sspr-journey").orElseThrow();
        RunningKafka.answer(
                flow,
                new MethodsOffered(
                        flow, List.of(MethodKind.EMAIL), 1, Instant.now().plusSeconds(900)));

        try (RunningPortal restarted = RunningPortal.start(directory)) {
            Page page = until(restarted.browser(), path, "How do you want to prove", "Cookie", cookie);
            assertThat(page.body())
                    .contains("A code by e-mail", "<code>" + flow.toString().substring(0, 8) + "</code>");
        }
    }

    @Test
    void anInstanceThatKnowsNothingOfItGoesOnWhereAnotherStopped() throws Exception {
        try (RunningPortal other = RunningPortal.start(directory)) {
            String path = begin();
            UUID flow = UUID.fromString(path.substring("/reset/".length()));
            RunningKafka.answer(
                    flow,
                    new MethodsOffered(
                            flow, List.of(MethodKind.SMS), 1, Instant.now().plusSeconds(900)));

            String cookie = "sspr-journey=" + browser.cookie("sspr-journey").orElseThrow();
            until(other.browser(), path, "How do you want to prove", "Cookie", cookie);
        }
    }

    @Test
    void whoWaitsIsTakenOnWithoutScriptsTooAndIsNotKeptInTheDark() throws Exception {
        Page page = browser.get(begin());
        assertThat(page.body())
                .contains("data-wait=\"/wait/", "<noscript><meta http-equiv=\"refresh\" content=\"2\"></noscript>")
                .contains("data-late", "/again\"", "href=\"/help\"");
    }

    /** A mail scanner opens every link, and perhaps everything that is linked there. */
    @Test
    void lookingAtTheLinkOfANoticeDoesNothing() throws Exception {
        int before = requestsWithOneMore();
        Page page = browser.get("/not-me");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Nothing happens before you press the button");
        browser.send("HEAD", "/not-me");
        assertThat(requestsWithOneMore()).isEqualTo(before + 1);
    }

    /** How many the portal has made of the service; it sends them one after another, so that all before the last are counted. */
    private int requestsWithOneMore() throws Exception {
        Map<String, String> form = browser.get("/not-me").form("/not-me");
        form.putAll(Map.of("login", "ana", "code", "7KQ2M-04XTB"));
        browser.post("/not-me", form);
        RunningKafka.awaitRequest(Service.RESET, UUID.fromString(form.get("mid")));
        return RunningKafka.requests(Service.RESET).size();
    }

    @Test
    void aCodeOfANoticeIsSealedToTheService() throws Exception {
        Map<String, String> form = browser.get("/not-me").form("/not-me");
        form.putAll(Map.of("login", " ana ", "code", "7kq2m-04xtb"));
        Page sent = browser.post("/not-me", form);
        String path = path(sent);
        UUID id = UUID.fromString(form.get("mid"));

        assertThat(path).isEqualTo("/not-me/" + id);
        Envelope<Message> request = RunningKafka.awaitRequest(Service.RESET, id);
        SealContext context =
                new SealContext(Service.RESET.principal(), MessageType.DISPUTE_RESET.wireName(), id, null);
        byte[] opened = RunningKafka.keys(directory.resolve("secrets"))
                .opener(Service.RESET.principal())
                .open(((DisputeReset) request.message()).sealed(), context);
        DisputeEntry entry = ContractJson.read(opened, DisputeEntry.class);
        assertThat(entry.login()).isEqualTo("ana");
        assertThat(entry.code()).isEqualTo("7kq2m-04xtb");
        assertThat(entry.token()).isNull();

        assertThat(browser.get(path).body())
                .contains("One moment", "<code>" + id.toString().substring(0, 8) + "</code>");
        RunningKafka.answer(id, new ResetDisputed());
        until(browser, path, "Your account is protected");
        // Loaded anew it still says so.
        assertThat(browser.get(path).body()).contains("Your account is protected", "mailto:help@example.org");
    }

    @Test
    void whoGivesAWrongCodeIsToldAndCanGiveAnother() throws Exception {
        Map<String, String> form = browser.get("/not-me").form("/not-me");
        form.putAll(Map.of("login", "ana", "code", "00000-00000"));
        String path = path(browser.post("/not-me", form));
        RunningKafka.answer(UUID.fromString(form.get("mid")), new RequestRefused(null, Refusal.DISPUTE_INVALID, null));

        Page page = until(browser, path, "Your account is not protected yet");
        assertThat(page.body()).contains("That link or code is not right");
        assertThat(page.form("/not-me").get("mid")).isNotEqualTo(form.get("mid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sl"})
    void helpHoldsNothingOfOthersAndNoHoles(String language) throws Exception {
        String page = browser.get("/help", "Accept-Language", language).body();

        assertThat(page).doesNotContain("http://", "https://", "??", "help.group");
        assertThat(page).contains("mailto:help@example.org");
    }

    private String begin() throws Exception {
        Map<String, String> form = new LinkedHashMap<>(browser.get("/reset").form("/reset"));
        form.put("login", "ana");
        return path(browser.post("/reset", form));
    }

    private static String path(Page redirect) {
        assertThat(redirect.status()).as(redirect.body()).isIn(302, 303);
        return URI.create(String.valueOf(redirect.header("Location"))).getPath();
    }

    private static Page until(Browser where, String path, String text, String... headers) throws Exception {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        Page page = where.get(path, headers);
        while (!page.body().contains(text)) {
            assertThat(Instant.now()).as(page.body()).isBefore(deadline);
            page = where.get(path, headers);
        }
        return page;
    }
}
