package io.sspr.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.portal.testing.Browser;
import io.sspr.portal.testing.Page;
import io.sspr.portal.testing.RunningKafka;
import io.sspr.portal.testing.RunningPortal;
import io.sspr.portal.testing.Visitors;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** Kafka is away, or the services behind it were never there, while people are at it. */
class UnreachableIntegrationTests {

    private static final String HELPDESK = "sspr.portal.brand.helpdesk=mailto:help@example.org";

    private final EmbeddedKafkaKraftBroker broker = RunningKafka.another();
    private final String servers = broker.getBrokersAsString();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private KeyMaterial keys;

    @BeforeEach
    void makeKeys() {
        keys = RunningKafka.keys(directory.resolve("secrets"));
    }

    @Test
    void saysThatNothingHasHappenedAndWhatToTellTheHelpdesk() throws Exception {
        RunningKafka.publishKeys(keys, servers);
        try (RunningPortal portal = RunningPortal.over(servers, directory, HELPDESK)) {
            Browser browser = portal.browser();
            Map<String, String> form = browser.get("/reset").form("/reset");
            form.put("login", "ana");
            broker.destroy();

            assertUnreachable(browser.post("/reset", form), form.get("mid"));
        }
    }

    @Test
    void saysSoWhereNoServiceHasEverPublishedItsKeysAndGoesOnOnceItHas() throws Exception {
        try (RunningPortal portal = RunningPortal.over(servers, directory, HELPDESK)) {
            Browser browser = Visitors.signedIn(portal, UUID.randomUUID());
            Map<String, String> form = browser.get("/account/password").form("/account/password");
            form.putAll(Map.of("currentPassword", "old", "newPassword", "new", "newPasswordAgain", "new"));
            Page change = browser.post("/account/password", form);
            Page list = browser.get("/account");

            assertUnreachable(change, form.get("mid"));
            assertUnreachable(list, null);
            assertThat(list.body()).contains("href=\"" + portal.base() + "/account\"");
            assertThat(browser.get("/account", "Accept-Language", "sl").body())
                    .contains("Trenutno nismo dosegljivi", "<code>", "mailto:help@example.org");
            // Whatever a script asks is not there either; it says so on the page.
            assertThat(browser.get("/keys/reset").status()).isEqualTo(503);

            RunningKafka.publishKeys(keys, servers);
            // The very same form.
            assertThat(browser.post("/account/password", form).location().getPath())
                    .isEqualTo("/account/password");
            assertThat(browser.get("/account").body()).contains("One moment");
        } finally {
            broker.destroy();
        }
    }

    @Test
    void isUsableAgainOnceKafkaIsBack() throws Exception {
        RunningKafka.publishKeys(keys, servers);
        try (RunningPortal portal = RunningPortal.over(servers, directory, HELPDESK)) {
            Browser browser = portal.browser();
            assertThat(begin(browser).location().getPath()).startsWith("/reset/");
            RunningKafka.stop(broker);
            Page away = begin(browser);
            // Either it says so at once, or it waits, and says so after ten seconds, with what else can be done.
            if (away.status() == 503) assertUnreachable(away, null);
            else
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(browser.follow(away).body())
                                .containsPattern("data-late>\\s*<p>This takes longer than it should"));

            RunningKafka.start(broker);
            String path = Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> begin(browser), page -> page.status() != 503)
                    .location()
                    .getPath();
            UUID flow = UUID.fromString(path.substring("/reset/".length()));
            MethodsOffered offered = new MethodsOffered(
                    flow, List.of(MethodKind.EMAIL), 1, Instant.now().plusSeconds(900));
            RunningKafka.answer(flow, offered, servers);
            portal.awaitReply(flow);
            assertThat(browser.get(path).body()).contains("How do you want to prove");
        } finally {
            broker.destroy();
        }
    }

    private static Page begin(Browser browser) {
        Map<String, String> form = browser.get("/reset").form("/reset");
        form.put("login", "ana");
        return browser.post("/reset", form);
    }

    private static void assertUnreachable(Page page, @Nullable String request) {
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body())
                .contains("We cannot be reached right now", "Example Organisation", "mailto:help@example.org")
                .containsPattern("<code>" + (request == null ? "[0-9a-f]{8}" : request.substring(0, 8)) + "</code>")
                .doesNotContain("Kafka", "Exception");
    }
}
