package io.sspr.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Message;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.SignInFailed;
import io.sspr.contract.request.ChooseMethod;
import io.sspr.contract.request.ContactAdministrator;
import io.sspr.contract.request.DisputeReset;
import io.sspr.contract.request.Request;
import io.sspr.contract.request.RequestReset;
import io.sspr.contract.request.RequestUnlock;
import io.sspr.contract.request.SignIn;
import io.sspr.contract.request.SubmitNewPassword;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.DisputeEntry;
import io.sspr.contract.secret.FlowKey;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.contract.secret.LoginEntry;
import io.sspr.contract.secret.NewPasswordEntry;
import io.sspr.contract.secret.Secret;
import io.sspr.contract.secret.SignInEntry;
import io.sspr.messaging.Received;
import io.sspr.messaging.testing.RecordedTopic;
import io.sspr.reset.Portal.Flow;
import io.sspr.reset.account.KnownAccounts;
import io.sspr.reset.eligibility.People;
import io.sspr.reset.eligibility.Person;
import io.sspr.reset.freeze.Freezes;
import io.sspr.reset.grant.Grants;
import io.sspr.reset.policy.Policies;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A stranger cannot tell a known login from one that nobody has (FP-01, FP-02, ATK-04). */
class UnknownLoginTests {

    private static final Sealed SEALED = new Sealed("e30.AAAA.AAAA.AAAA.AAAA");

    private static Portal portal;
    private static Portal feed;
    private static RecordedTopic events;

    private final String known = "known-" + UUID.randomUUID() + "@example.org";
    private final String frozen = "frozen-" + UUID.randomUUID() + "@example.org";
    private final String unknown = "nobody-" + UUID.randomUUID() + "@example.org";

    @BeforeAll
    static void start() {
        RunningReset.tellPolicy(RunningReset.ONE_METHOD);
        // Until the service has read it once, every beginning takes one more lock.
        RunningReset.bean(Policies.class).required();
        portal = new Portal("portal");
        feed = new Portal("feed");
        events = new RecordedTopic(Topics.events(Service.RESET));
    }

    @AfterAll
    static void stop() {
        List.of(portal, feed).forEach(Portal::close);
        events.close();
    }

    @Test
    void aResetCostsTheSameStatementsAndTellsAsMuch() {
        withPassword(known);

        assertThat(resetOf(unknown)).hasSizeGreaterThan(10).isEqualTo(resetOf(known));
    }

    /** Nor does it find less: rows of somebody else are read for a login that nobody has. */
    @Test
    void aResetFindsAsManyRows() {
        UUID account = withPassword(known);
        standsInFor(unknown);
        String boss = "boss-" + UUID.randomUUID() + "@example.org";
        RunningReset.administrator(boss);
        standsInFor(boss);
        RunningReset.tellPolicy(APolicy.like(RunningReset.ONE_METHOD)
                .version(4200)
                .butNotFor("excluded")
                .administrators(false, 1, MethodKind.EMAIL)
                .policy());
        try {
            assertThat(findingsOf(unknown))
                    .contains("a row")
                    .isEqualTo(findingsOf(known))
                    .isEqualTo(findingsOf(boss));
            assertThat(RunningReset.bean(KnownAccounts.class).asker(unknown).known())
                    .isFalse();
            assertThat(RunningReset.bean(KnownAccounts.class).asker(known).id()).isEqualTo(account);
        } finally {
            RunningReset.tellPolicy(RunningReset.ONE_METHOD);
        }
    }

    /** Somebody else is looked at for time's sake only: that they are frozen or granted a reset is nothing to anybody. */
    @Test
    void whoseRowsAreReadForNobodyMakesNoDifference() {
        UUID standIn = standsInFor(unknown);
        List<Object> before = repliesOfFive(unknown);
        String other = "nobody-" + UUID.randomUUID() + "@example.org";
        freeze(standsInFor(other));
        RunningReset.bean(Grants.class)
                .give(standIn, UUID.randomUUID(), RunningReset.CLOCK.instant().plusSeconds(60));

        Person nobody = RunningReset.bean(People.class)
                .of(RunningReset.bean(KnownAccounts.class).asker(unknown).id(), RunningReset.CLOCK.instant());

        assertThat(nobody.known()).isFalse();
        assertThat(nobody.granted()).isFalse();
        assertThat(nobody.methods()).isEmpty();
        assertThat(repliesOfFive(other)).isEqualTo(before);
    }

    @Test
    void aLoginWithoutCanonicalFormCostsTheSameStatements() {
        withPassword(known);

        assertThat(resetOf("half \ud83d of a pair")).isEqualTo(resetOf(known));
    }

    @Test
    void anUnlockACallForHelpAndAPasswordTooEarlyCostTheSameStatements() {
        withPassword(known);

        assertThat(unlockOf(unknown)).hasSizeGreaterThan(20).isEqualTo(unlockOf(known));
        // Once more: a second call for help within the hour is told nobody.
        assertThat(unlockOf(unknown)).isEqualTo(unlockOf(known));
    }

    @Test
    void choosingAnAdministratorsCodeCostsTheSameStatementsWhoeverWasSentOne() {
        UUID account = withPassword(known);
        List<String> ofUnknown = resetOf(unknown, MethodKind.ADMINISTRATOR_CODE);

        assertThat(resetOf(known, MethodKind.ADMINISTRATOR_CODE)).isEqualTo(ofUnknown);
        RunningReset.bean(Grants.class)
                .give(account, UUID.randomUUID(), RunningReset.CLOCK.instant().plusSeconds(60));
        assertThat(resetOf(known, MethodKind.ADMINISTRATOR_CODE)).isEqualTo(ofUnknown);
    }

    @Test
    void aDisputeWithAWrongCodeCostsTheSameStatements() {
        withPassword(known);

        for (int i = 0; i < 12; i++) {
            String code = "guess " + i;
            assertThat(statements(new DisputeReset(SEALED), new DisputeEntry(null, unknown, code, null)))
                    .isNotEmpty()
                    .isEqualTo(statements(new DisputeReset(SEALED), new DisputeEntry(null, known, code, null)));
        }
    }

    @Test
    void aFrozenAccountLooksLikeNobody() {
        withPassword(known);
        freeze(withPassword(frozen));

        for (MethodKind kind : List.of(MethodKind.EMAIL, MethodKind.ADMINISTRATOR_CODE))
            assertThat(resetOf(frozen, kind)).isEqualTo(resetOf(unknown, kind)).isEqualTo(resetOf(known, kind));
        assertThat(unlockOf(frozen)).isEqualTo(unlockOf(unknown)).isEqualTo(unlockOf(known));
        assertThat(statements(new SignIn(SEALED), new SignInEntry(frozen, "a guess", null)))
                .isEqualTo(statements(new SignIn(SEALED), new SignInEntry(unknown, "a guess", null)));
    }

    @Test
    void whoIsNotEligibleCostsTheSameStatementsAndLooksLikeNobody() {
        withPassword(known);
        String boss = "boss-" + UUID.randomUUID() + "@example.org";
        RunningReset.administrator(boss);
        RunningReset.tellPolicy(APolicy.like(RunningReset.ONE_METHOD)
                .version(4100)
                .butNotFor("excluded")
                .administrators(false, 1, MethodKind.EMAIL)
                .policy());
        try {
            for (MethodKind kind : List.of(MethodKind.EMAIL, MethodKind.ADMINISTRATOR_CODE)) {
                assertThat(resetOf(boss, kind))
                        .isEqualTo(resetOf(unknown, kind))
                        .isEqualTo(resetOf(known, kind));
                assertThat(recordsOf(boss, false, kind))
                        .isEqualTo(recordsOf(unknown, false, kind))
                        .isEqualTo(recordsOf(known, false, kind));
            }
        } finally {
            RunningReset.tellPolicy(RunningReset.ONE_METHOD);
        }
    }

    @Test
    void aFrozenAccountIsSlowedAsItWasBefore() {
        withPassword(known);
        UUID account = withPassword(frozen);
        for (int i = 0; i < 3; i++) portal.answer(portal.requestReset(Flow.begin(), frozen));

        freeze(account);

        assertThat(portal.answer(portal.requestReset(Flow.begin(), frozen)))
                .isInstanceOfSatisfying(
                        MethodsOffered.class,
                        fourth -> assertThat(fourth.kinds()).doesNotContain(MethodKind.EMAIL));
    }

    @Test
    void aWrongSignInCostsTheSameStatements() {
        withPassword(known);

        for (int i = 0; i < 12; i++) {
            String password = "guess number " + i;
            assertThat(statements(new SignIn(SEALED), new SignInEntry(unknown, password, Portal.HOME)))
                    .hasSizeGreaterThan(5)
                    .isEqualTo(statements(new SignIn(SEALED), new SignInEntry(known, password, Portal.HOME)));
        }
    }

    @Test
    void repliesAndRecordsOfAResetAreTheSameButForIdsAndTimes() {
        withPassword(known);

        freeze(withPassword(frozen));

        for (MethodKind kind : List.of(MethodKind.EMAIL, MethodKind.ADMINISTRATOR_CODE))
            for (boolean unlock : kind.isRegistered() ? new boolean[] {false, true} : new boolean[] {false})
                assertThat(recordsOf(unknown, unlock, kind))
                        .hasSize(5)
                        .isEqualTo(recordsOf(known, unlock, kind))
                        .isEqualTo(recordsOf(frozen, unlock, kind));
    }

    @Test
    void nobodyKnownIsThrottledAlike() {
        withPassword(known);

        assertThat(repliesOfFive(unknown))
                .isEqualTo(repliesOfFive(known))
                .contains(List.of(MethodKind.AUTHENTICATOR_APP, MethodKind.RECOVERY_CODE));
        RunningReset.tellPolicy(RunningReset.policy(4000, 1, RunningReset.WEAK));
        try {
            assertThat(repliesOfFive(unknown)).isEqualTo(repliesOfFive(known)).contains(Refusal.TOO_SOON);
        } finally {
            RunningReset.tellPolicy(RunningReset.ONE_METHOD);
        }
    }

    @Test
    void nobodyKnownIsLockedAlike() {
        withPassword(known);

        assertThat(elevenSignIns(unknown)).isEqualTo(elevenSignIns(known)).endsWith(Refusal.LOCKED);
    }

    @Test
    void anUnknownLoginInOtherLettersIsTheSameNobody() {
        portal.answer(portal.requestReset(Flow.begin(), unknown));
        portal.answer(portal.requestReset(Flow.begin(), unknown.toUpperCase(Locale.ROOT)));
        portal.answer(portal.requestReset(Flow.begin(), " " + unknown));

        assertThat(portal.answer(portal.requestReset(Flow.begin(), unknown)))
                .isInstanceOfSatisfying(
                        MethodsOffered.class,
                        fourth -> assertThat(fourth.kinds()).doesNotContain(MethodKind.EMAIL));
    }

    private static List<String> resetOf(String login) {
        return resetOf(login, MethodKind.EMAIL);
    }

    private static List<String> resetOf(String login, MethodKind kind) {
        Flow flow = Flow.begin();
        List<String> statements = new ArrayList<>(
                statements(new RequestReset(flow.id(), flow.secret().hash(), SEALED), new LoginEntry(login, null)));
        statements.addAll(statements(
                new ChooseMethod(flow.id(), kind, SEALED),
                new FlowKey(flow.secret().text())));
        return statements;
    }

    private static List<String> unlockOf(String login) {
        Flow flow = Flow.begin();
        String secret = flow.secret().text();
        List<String> statements = new ArrayList<>(
                statements(new RequestUnlock(flow.id(), flow.secret().hash(), SEALED), new LoginEntry(login, null)));
        statements.addAll(statements(new ChooseMethod(flow.id(), MethodKind.EMAIL, SEALED), new FlowKey(secret)));
        statements.addAll(statements(new ContactAdministrator(flow.id(), SEALED), new FlowKey(secret)));
        statements.addAll(statements(
                new SubmitNewPassword(flow.id(), SEALED), new NewPasswordEntry(secret, "staple correct horse")));
        return statements;
    }

    private static List<String> findingsOf(String login) {
        Flow flow = Flow.begin();
        Request begin = new RequestReset(flow.id(), flow.secret().hash(), SEALED);
        Request choose = new ChooseMethod(flow.id(), MethodKind.EMAIL, SEALED);
        List<String> findings =
                new ArrayList<>(WatchedDataSource.findingsOf(() -> handle(begin, new LoginEntry(login, null))));
        findings.addAll(WatchedDataSource.findingsOf(
                () -> handle(choose, new FlowKey(flow.secret().text()))));
        return findings;
    }

    private static List<String> statements(Request request, Secret secret) {
        return WatchedDataSource.statementsOf(() -> handle(request, secret));
    }

    private static void handle(Request request, Secret secret) {
        Received<Request> received = Desk.received(request, secret);
        Desk.inTransaction(received, Desk.prepare(received));
    }

    /** Makes somebody known whose id is the next after that of the login's decoy. */
    private static UUID standsInFor(String login) {
        UUID decoy = RunningReset.bean(KnownAccounts.class).nobody(login).id();
        UUID next = new UUID(decoy.getMostSignificantBits(), decoy.getLeastSignificantBits() + 1);
        return RunningReset.account(next, "next-" + next + "@example.org");
    }

    /** Topic, length and content of all that a reset of this login causes, without ids and times. */
    private static List<String> recordsOf(String login, boolean unlock, MethodKind kind) {
        Flow flow = Flow.begin();
        UUID begun = unlock ? portal.requestUnlock(flow, login) : portal.requestReset(flow, login);
        portal.answer(begun);
        UUID chosen = portal.chooseMethod(flow, kind);
        portal.verification(chosen);
        UUID called = portal.contactAdministrator(flow);
        portal.answer(called);
        List<String> records = new ArrayList<>();
        portal.replies.all().stream()
                .filter(record -> called.equals(RecordedTopic.decode(record).correlationId()))
                .map(UnknownLoginTests::shape)
                .forEach(records::add);
        for (UUID request : List.of(begun, chosen))
            for (RecordedTopic topic : List.of(portal.replies, portal.internal, events))
                topic.all().stream()
                        .filter(record ->
                                request.equals(RecordedTopic.decode(record).correlationId()))
                        .map(UnknownLoginTests::shape)
                        .forEach(records::add);
        return records;
    }

    private static String shape(ConsumerRecord<byte[], byte[]> record) {
        String value = new String(record.value(), StandardCharsets.UTF_8);
        // Events are no outsider's to read; there, who is not eligible is named, so that they can be told.
        if (record.topic().equals(events()))
            value = value.replaceAll("\"accountId\":\"[^\"]*\",?", "").replaceAll(",\"ineligible\":\"\\w*\"", "");
        return record.topic() + " "
                + value.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "uuid")
                        .replaceAll("20\\d\\d-[0-9T:.-]+Z", "time")
                        .replaceAll("\"flowHash\":\"[^\"]{43}\"", "hash");
    }

    private static String events() {
        return Topics.events(Service.RESET);
    }

    private static List<Object> repliesOfFive(String login) {
        List<Object> replies = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Message answer = portal.answer(portal.requestReset(Flow.begin(), login));
            replies.add(
                    answer instanceof RequestRefused refused ? refused.reason() : ((MethodsOffered) answer).kinds());
        }
        return replies;
    }

    private static List<Refusal> elevenSignIns(String login) {
        return IntStream.range(0, 11)
                .mapToObj(i -> (SignInFailed) portal.answer(portal.signIn(login, "guess " + i, null)))
                .map(SignInFailed::reason)
                .collect(Collectors.toList());
    }

    private static UUID withPassword(String login) {
        UUID account = RunningReset.account(login);
        feed.answer(feed.importCredential(account, new InitialCredential(null, "correct horse battery", true)));
        return account;
    }

    private static void freeze(UUID account) {
        RunningReset.bean(Freezes.class).freeze(account, RunningReset.CLOCK.instant());
    }
}
