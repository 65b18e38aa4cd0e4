package io.sspr.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.portal.testing.Browser;
import io.sspr.portal.testing.Page;
import io.sspr.portal.testing.RunningKafka;
import io.sspr.portal.testing.RunningPortal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances behind a balancer that knows nothing of people: the same settings, keys and key of cookies, nothing else shared. */
class TwoInstancesIntegrationTests {

    private static final URI BASE = URI.create("http://localhost:65000");
    private static final String SAME_ADDRESS = "sspr.portal.base-url=" + BASE;
    private final Instant end = Instant.now().plusSeconds(900);
    private static final PasswordRules RULES = new PasswordRules(15, 128);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static RunningPortal one;

    @SuppressWarnings("NullAway.Init")
    private static RunningPortal other;

    @BeforeAll
    static void start() throws Exception {
        one = RunningPortal.start(directory, SAME_ADDRESS);
        other = RunningPortal.start(directory, SAME_ADDRESS);
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void eachStepOfAResetMayComeToTheOtherInstance() throws Exception {
        Browser browser = new Browser(BASE, one.instance(), other.instance());
        String path = begin(browser);
        UUID flow = flow(path);

        // By turns from here on too: the page, its stream, the page that follows, its form.
        hears(browser, path, flow, new MethodsOffered(flow, List.of(MethodKind.EMAIL), 1, end));
        UUID choice = send(browser, path, "/choose", Map.of("kind", "EMAIL"));
        hears(browser, path, choice, new ChallengeReady(flow, MethodKind.EMAIL, 8, end, end, null));
        UUID proof = send(browser, path, "/prove", Map.of("proof", "12345678"));
        hears(browser, path, proof, new ResetAuthorized(flow, end, RULES));
        String password = "fresh bread at dawn";
        UUID set = send(browser, path, "/password", Map.of("newPassword", password, "newPasswordAgain", password));
        hears(browser, path, set, new PasswordSet(flow, UUID.randomUUID(), 2));

        assertThat(browser.get(path).body()).contains("href=\"/sign-in");
        assertThat(browser.get(path).body()).contains("href=\"/sign-in");
    }

    /** A double click that the balancer takes apart. */
    @Test
    void theSameFormAtBothIsOneRequest() {
        Browser browser = new Browser(BASE, one.instance(), other.instance());
        Map<String, String> form = browser.get("/reset").form("/reset");
        form.put("login", "ana");
        String path = browser.post("/reset", form).location().getPath();
        assertThat(browser.post("/reset", form).location().getPath()).isEqualTo(path);
        UUID flow = flow(path);
        answer(flow, new MethodsOffered(flow, List.of(MethodKind.SMS), 1, end));

        assertThat(browser.get(path).body()).contains("How do you want to prove");
        assertThat(browser.get(path).body()).contains("How do you want to prove");
    }

    @Test
    void whoIsAtOneThatIsKilledGoesOnAtTheOther() throws Exception {
        URI doomed = URI.create("http://127.0.0.1:" + RunningPortal.freePort());
        Process process = RunningPortal.inAProcess(directory, doomed, SAME_ADDRESS);
        CompletableFuture<String> broken;
        UUID choice;
        String path;
        UUID flow;
        Browser browser = new Browser(BASE, doomed);
        try {
            path = begin(browser);
            flow = flow(path);
            RunningKafka.answer(flow, new MethodsOffered(flow, List.of(MethodKind.EMAIL), 1, end));
            CompletableFuture<String> stream = browser.listen("/wait/" + flow);
            assertThat(stream.get(30, TimeUnit.SECONDS)).contains("event:ready");
            choice = send(browser, path, "/choose", Map.of("kind", "EMAIL"));
            // Nobody has heard the answer when it dies, in the middle of a stream.
            broken = browser.listen("/wait/" + choice);
        } finally {
            process.destroyForcibly().waitFor();
        }
        answer(choice, new ChallengeReady(flow, MethodKind.EMAIL, 8, end, end, null));
        Browser taken = browser.at(one.instance());

        assertThat(broken).failsWithin(Duration.ofSeconds(30));
        assertThat(taken.listen("/wait/" + choice).get(30, TimeUnit.SECONDS)).contains("event:ready");
        UUID proof = send(taken, path, "/prove", Map.of("proof", "12345678"));
        hears(taken, path, proof, new ResetAuthorized(flow, end, RULES));
        assertThat(taken.get(path).body()).contains("Choose a new password");
    }

    private static String begin(Browser browser) {
        Map<String, String> form = browser.get("/reset").form("/reset");
        form.put("login", "ana");
        return browser.post("/reset", form).location().getPath();
    }

    /** A page that waits, and its stream, which says so the moment that the answer is there. */
    private static void hears(Browser browser, String path, UUID request, Reply reply) throws Exception {
        assertThat(browser.get(path).body()).contains("data-wait=\"/wait/" + request);
        CompletableFuture<String> stream = browser.listen("/wait/" + request);
        answer(request, reply);
        assertThat(stream.get(30, TimeUnit.SECONDS)).contains("event:ready");
    }

    private static UUID send(Browser browser, String path, String action, Map<String, String> fields) {
        Page page = browser.get(path);
        Map<String, String> form = page.form(path + action);
        form.putAll(fields);
        browser.post(path + action, form);
        return UUID.fromString(form.get("mid"));
    }

    /** Both hear of it. */
    private static void answer(UUID request, Reply reply) {
        RunningKafka.answer(request, reply);
        one.awaitReply(request);
        other.awaitReply(request);
    }

    private static UUID flow(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }
}
