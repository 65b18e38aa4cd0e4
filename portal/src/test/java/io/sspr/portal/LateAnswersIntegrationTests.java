package io.sspr.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import io.sspr.contract.ContractJson;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.Service;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.MethodsShown;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.request.ShowMethods;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealer;
import io.sspr.contract.secret.MethodList;
import io.sspr.contract.secret.ReplyKeyEntry;
import io.sspr.portal.testing.Browser;
import io.sspr.portal.testing.Page;
import io.sspr.portal.testing.RunningKafka;
import io.sspr.portal.testing.RunningPortal;
import io.sspr.portal.testing.Visitors;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody waits no longer, presses "try again", and then the first answer comes: the page must be where the services are. */
class LateAnswersIntegrationTests {

    private final Instant end = Instant.now().plusSeconds(900);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static RunningPortal portal;

    private Browser browser = portal.browser();

    @BeforeAll
    static void start() throws Exception {
        portal = RunningPortal.start(directory);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void aCodeThatWasFoundRightLateLeadsToThePassword() {
        String path = atTheCode();
        UUID typed = giveUp(path, "/prove", Map.of("proof", "12345678"), "/again");
        assertThat(browser.get(path).body()).contains("data-watch=\"/wait/" + typed);
        portal.answer(typed, new ResetAuthorized(flow(path), end, new PasswordRules(15, 128)));

        assertThat(browser.get(path).body()).contains("Choose a new password").doesNotContain("data-watch");
    }

    @Test
    void aCodeThatWasTypedOnceMoreIsNotAskedForWhereTheFirstWasRight() {
        String path = atTheCode();
        UUID typed = giveUp(path, "/prove", Map.of("proof", "12345678"), "/again");
        Map<String, String> form = browser.get(path).form(path + "/prove");
        portal.answer(typed, new ResetAuthorized(flow(path), end, new PasswordRules(15, 128)));
        form.put("proof", "12345678");

        assertThat(browser.follow(browser.post(path + "/prove", form)).body()).contains("Choose a new password");
    }

    @Test
    void whoLeftTheCodeForAnotherWayIsTakenOnToo() {
        String path = atTheCode();
        UUID typed = giveUp(path, "/prove", Map.of("proof", "12345678"), "/other");
        assertThat(browser.get(path).body()).contains("How do you want to prove");
        portal.answer(typed, new ResetAuthorized(flow(path), end, new PasswordRules(15, 128)));

        assertThat(browser.get(path).body()).contains("Choose a new password");
    }

    @Test
    void aPasswordThatWasSetLateIsSet() {
        String path = atTheCode();
        portal.answer(
                send(path, "/prove", Map.of("proof", "12345678")),
                new ResetAuthorized(flow(path), end, new PasswordRules(15, 128)));
        Map<String, String> passwords =
                Map.of("newPassword", "fresh bread at dawn", "newPasswordAgain", "fresh bread at dawn");
        UUID typed = giveUp(path, "/password", passwords, "/again");
        assertThat(browser.get(path).body()).contains("Choose a new password");
        portal.answer(typed, new PasswordSet(flow(path), UUID.randomUUID(), 2));

        assertThat(browser.get(path).body()).contains("href=\"/sign-in").doesNotContain("Choose a new password");
    }

    @Test
    void aMethodThatWasRegisteredLateIsThere() throws Exception {
        browser = Visitors.signedIn(portal, UUID.randomUUID());
        Page waiting = browser.get("/account/add?kind=EMAIL");
        assertThat(waiting.body()).contains("One moment");
        showMethods(waiting, new MethodList(List.of(), List.of(MethodKind.EMAIL)));
        String path = browser.get("/account/add?kind=EMAIL").location().getPath();
        portal.answer(
                send(path, "/begin", Map.of("address", "ana@example.org")),
                new ChallengeReady(flow(path), MethodKind.EMAIL, 8, end, null, null));
        UUID typed = giveUp(path, "/check", Map.of("proof", "12345678"), "/again");
        Page code = browser.get(path);
        assertThat(code.body()).contains("data-watch=\"/wait/" + typed);
        portal.answer(typed, new MethodRegistered(flow(path), UUID.randomUUID(), MethodKind.EMAIL, null));

        Map<String, String> form = code.form(path + "/check");
        form.put("proof", "12345678");
        assertThat(browser.follow(browser.post(path + "/check", form)).body())
                .contains("<h1>The address is registered</h1>");
    }

    @Test
    void aPasswordThatWasChangedLateEndsTheSession() {
        UUID account = UUID.randomUUID();
        browser = Visitors.signedIn(portal, account);
        Map<String, String> form = browser.get("/account/password").form("/account/password");
        form.putAll(Map.of("currentPassword", "old", "newPassword", "new", "newPasswordAgain", "new"));
        browser.post("/account/password", form);
        browser.post("/account/password/again", browser.get("/account/password").form("/account/password/again"));
        assertThat(browser.get("/account/password").status()).isEqualTo(200);
        portal.answer(UUID.fromString(form.get("mid")), new PasswordSet(null, account, 2));

        assertThat(browser.get("/account/password").location().getQuery()).startsWith("why=changed");
    }

    @Test
    void nothingIsOfferedThatCannotBeRegistered() throws Exception {
        browser = Visitors.signedIn(portal, UUID.randomUUID());
        showMethods(browser.get("/account/add"), new MethodList(List.of(), List.of(MethodKind.EMAIL)));

        assertThat(browser.get("/account/add").body()).contains("kind=EMAIL").doesNotContain("kind=SMS");
    }

    private String atTheCode() {
        Map<String, String> form = browser.get("/reset").form("/reset");
        form.put("login", "ana");
        String path = browser.post("/reset", form).location().getPath();
        answer(flow(path), new MethodsOffered(flow(path), List.of(MethodKind.EMAIL), 1, end));
        answer(
                send(path, "/choose", Map.of("kind", "EMAIL")),
                new ChallengeReady(flow(path), MethodKind.EMAIL, 8, end, end, null));
        return path;
    }

    private static void answer(UUID request, Reply reply) {
        portal.answer(request, reply);
    }

    /** Sends a form that is not answered, and then no longer waits for it. */
    private UUID giveUp(String path, String action, Map<String, String> fields, String way) {
        UUID request = send(path, action, fields);
        Page waiting = browser.get(path);
        assertThat(waiting.body()).contains("data-wait=\"/wait/" + request);
        browser.post(path + way, waiting.form(path + way));
        return request;
    }

    private UUID send(String path, String action, Map<String, String> fields) {
        Map<String, String> form = browser.get(path).form(path + action);
        form.putAll(fields);
        browser.post(path + action, form);
        return UUID.fromString(form.get("mid"));
    }

    private static UUID flow(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static void showMethods(Page waiting, MethodList methods) throws Exception {
        Envelope<Message> asked = RunningKafka.awaitRequest(Service.REGISTRATION, waiting.awaited());
        String service = Service.REGISTRATION.principal();
        byte[] entry = RunningKafka.keys(directory.resolve("secrets"))
                .opener(service)
                .open(
                        ((ShowMethods) asked.message()).sealed(),
                        new SealContext(service, MessageType.SHOW_METHODS.wireName(), asked.id(), null));
        ECKey key = ECKey.parse(ContractJson.read(entry, ReplyKeyEntry.class).replyKey());
        SealContext context =
                new SealContext(RunningKafka.CLIENT, MessageType.METHODS_SHOWN_REPLY.wireName(), asked.id(), null);
        answer(asked.id(), new MethodsShown(Sealer.to(key).seal(ContractJson.write(methods), context, Instant.now())));
    }
}
