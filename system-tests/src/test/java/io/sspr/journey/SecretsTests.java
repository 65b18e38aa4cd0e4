package io.sspr.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.client.Asked;
import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.client.Person;
import io.sspr.client.ReplyKey;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.reply.GatePassed;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.Enrolment;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.contract.secret.Origin;
import io.sspr.demo.Totp;
import io.sspr.live.Mark;
import io.sspr.live.SamplePerson;
import io.sspr.live.Search;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Marked passwords, codes, addresses and seeds go through everything; then every topic, every table and every log is
 * searched for them, and a mark planted in each kind of place is found.
 */
class SecretsTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestSystem system = TestSystem.shared();
    private final Origin origin = markedOrigin();
    private final FrontEnd portal = system.portalAt(origin);
    private final List<Mark> marks = new ArrayList<>();

    @AfterEach
    void close() {
        portal.close();
    }

    /** Looks like a program and a network, else no notice would name it. */
    private static Origin markedOrigin() {
        String letters = UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        String hex = UUID.randomUUID().toString();
        return new Origin(
                "fd" + hex.substring(0, 2) + ":" + hex.substring(9, 13) + ":" + hex.substring(14, 18) + "::/48",
                "Marked " + letters.substring(0, 6));
    }

    @Test
    void noSecretIsFoundAnywhereAndEachPlantedOneIs() throws Exception {
        String login = "marked-" + UUID.randomUUID();
        liveAsMarkedPerson(login);
        assertThat(found(marks)).isEmpty();
        assertThat(onEventTopics(new Mark("login", login))).isEmpty();

        Mark planted = new Mark("planted", "planted-" + UUID.randomUUID());
        plant(planted);
        assertThat(found(List.of(planted)))
                .as("the check sees each kind of place")
                .anyMatch(place -> place.startsWith("topic"))
                .anyMatch(place -> place.startsWith("table"))
                .anyMatch(place -> place.startsWith("log"));
    }

    private void liveAsMarkedPerson(String login) {
        String address = "mark-" + UUID.randomUUID() + "@example.org";
        String first = mark("first password", "First-" + UUID.randomUUID());
        String second = mark("second password", "Second-" + UUID.randomUUID());
        String third = mark("third password", "Third-" + UUID.randomUUID());
        marks.add(new Mark("address", address));
        mark("network of the origin", origin.addressPrefix());
        mark("program of the origin", origin.agentFamily());
        UUID account = system.directory()
                .provision(new AccountEntry(login, login, "en", false))
                .reply(AccountProvisioned.class)
                .accountId();
        system.directory()
                .importCredential(account, new InitialCredential(null, first, true))
                .reply(CredentialImported.class);
        SignedIn signedIn = portal.signIn(login, first).reply(SignedIn.class);
        Person person = Person.of(signedIn, Instant.now());
        portal.changePassword(person, first, second).reply(PasswordSet.class);
        portal.signIn(login, mark("wrong password", "Wrong-" + UUID.randomUUID()))
                .reply(SignInFailed.class);

        Flow registering = flow();
        portal.registerEmail(person, registering, address).reply(ChallengeReady.class);
        String code = mark("code", system.mailbox().code(address, 0, PATIENCE));
        portal.submitProof(registering, code).reply(MethodRegistered.class);
        Flow enrolling = flow();
        ReplyKey key = ReplyKey.generate();
        Asked asked = portal.registerAuthenticator(person, enrolling, key);
        Enrolment enrolment = key.open(asked.reply(ChallengeReady.class), portal.client(), asked.id());
        mark("seed", enrolment.secret());
        Totp totp = Totp.scan(enrolment.otpauth());
        SamplePerson.proveWithTheStepBefore(system, enrolling, totp);

        Flow reset = flow();
        long seen = system.mailbox().newest(address);
        portal.requestReset(reset, login).reply(MethodsOffered.class);
        portal.chooseMethod(reset, MethodKind.EMAIL).reply(ChallengeReady.class);
        String second2 = mark("second code", system.mailbox().code(address, seen, PATIENCE));
        portal.submitProof(
                        reset,
                        mark("wrong code", "98" + second2.substring(2, 7) + (second2.charAt(7) == '1' ? "2" : "1")))
                .reply(ProofRejected.class);
        portal.submitProof(reset, second2).reply(GatePassed.class);
        portal.chooseMethod(reset, MethodKind.AUTHENTICATOR_APP).reply(ChallengeReady.class);
        portal.submitProof(reset, totp.code(totp.step(Instant.now()))).reply(ResetAuthorized.class);
        portal.submitNewPassword(
                        reset,
                        mark(
                                "refused password",
                                "Sh0rt-" + UUID.randomUUID().toString().substring(0, 6)))
                .reply();
        portal.submitNewPassword(reset, third).reply(PasswordSet.class);
        portal.signIn(login, third).reply(SignedIn.class);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.mailbox().mails(address))
                        .anySatisfy(mail ->
                                assertThat(mail.text()).contains(origin.addressPrefix(), origin.agentFamily())));
        leaveAnOpenReset(login);
    }

    /** What is kept of it is searched too. */
    private void leaveAnOpenReset(String login) {
        portal.requestReset(flow(), login).reply(MethodsOffered.class);
    }

    private Flow flow() {
        Flow flow = Flow.begin();
        mark("flow secret", flow.secret().text());
        return flow;
    }

    private String mark(String what, String text) {
        marks.add(new Mark(what, text));
        return text;
    }

    private Set<String> found(List<Mark> wanted) throws Exception {
        Search search = new Search(wanted);
        search.topics(system.bootstrap(), topic -> true);
        for (Service service : Service.values()) search.tables(system.database(service));
        for (Path log : logs()) search.log(log);
        assertThat(search.searched())
                .contains("topic " + Topics.PASSWORD_EVENTS, "topic " + Topics.requests(Service.RESET, "portal"));
        for (Service service : Service.values())
            assertThat(search.searched())
                    .filteredOn(place -> place.startsWith("table " + service.shortName() + "."))
                    .hasSizeGreaterThan(5);
        return search.found();
    }

    private Set<String> onEventTopics(Mark wanted) {
        Search search = new Search(List.of(wanted));
        search.topics(system.bootstrap(), topic -> topic.endsWith(".events"));
        return search.found();
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> postgres = Files.walk(system.logs());
                Stream<Path> services = Files.walk(Path.of(System.getProperty("java.io.tmpdir"), "journeys-logs"))) {
            List<Path> logs = Stream.concat(postgres, services)
                    .filter(Files::isRegularFile)
                    .toList();
            assertThat(logs).hasSizeGreaterThan(1).allMatch(log -> log.toFile().length() > 0);
            return logs;
        }
    }

    private void plant(Mark mark) throws Exception {
        portal.send(
                Service.RESET,
                Map.of("ce_id", "not-an-id"),
                ("{\"leak\":\"" + mark.text() + "\"}").getBytes(StandardCharsets.UTF_8));
        try (Connection connection = system.database(Service.RESET).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists planted(leak bytea)");
            statement.execute("insert into planted values (convert_to('" + mark.text() + "', 'UTF8'))");
        }
        LoggerFactory.getLogger(SecretsTests.class).warn("A leak: {}", mark.text());
    }
}
