package io.sspr.reset;

import static io.sspr.contract.MethodKind.AUTHENTICATOR_APP;
import static io.sspr.contract.MethodKind.EMAIL;
import static io.sspr.contract.MethodKind.RECOVERY_CODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.AdministratorContacted;
import io.sspr.contract.event.ResetExpired;
import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.event.UnlockRequested;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.policy.Groups;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.reply.GatePassed;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.NotEligible;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Group;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.testing.RecordedTopic;
import io.sspr.reset.Portal.Flow;
import io.sspr.reset.eligibility.People;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who can reset alone, and who learns that somebody cannot. */
class EligibilityIntegrationTests {

    private static final AtomicInteger POLICIES = new AtomicInteger(20_000);
    private static final String STAFF = "staff-" + UUID.randomUUID();
    private static final String TEAM = "team-" + UUID.randomUUID();
    private static final String BOARD = "board-" + UUID.randomUUID();

    private static Portal portal;
    private static RecordedTopic events;

    @BeforeAll
    static void start() {
        portal = new Portal("portal");
        events = new RecordedTopic(Topics.events(Service.RESET));
        // In each other, which is no harm.
        tellGroup(TEAM, List.of(STAFF));
        tellGroup(STAFF, List.of("all", TEAM));
    }

    @AfterAll
    static void stop() {
        RunningReset.tellPolicy(RunningReset.ONE_METHOD);
        portal.close();
        events.close();
    }

    @Test
    void whoIsInAGroupOfTheScopeThroughAnotherCanReset() {
        UUID account = person("nested", List.of(TEAM), false, false, EMAIL);
        tell(scoped());

        assertThat(RunningReset.bean(People.class)
                        .of(account, RunningReset.CLOCK.instant())
                        .groups())
                .isEqualTo(Groups.all(List.of(TEAM), Map.of(TEAM, List.of(STAFF), STAFF, List.of("all", TEAM))));
        Flow flow = Flow.begin();
        UUID begun = portal.requestReset(flow, login(account));
        assertThat(portal.answer(begun)).isInstanceOf(MethodsOffered.class);
        assertThat(requested(begun).ineligible()).isNull();
        assertThat(portal.answer(portal.prove(portal.verification(portal.chooseMethod(flow, EMAIL)))))
                .isInstanceOf(ResetAuthorized.class);
    }

    @Test
    void inStrictDisclosureWhoCannotIsNobodyToWhoAsksAndIsToldThemselves() {
        Map<Ineligibility, UUID> people = people();
        tell(scoped());
        String nobody = "nobody-" + UUID.randomUUID() + "@example.org";
        String shape = shape(portal.requestReset(Flow.begin(), nobody));

        people.forEach((reason, account) -> {
            Flow flow = Flow.begin();
            UUID begun = portal.requestReset(flow, login(account));

            assertThat(shape(begun)).as(reason.name()).isEqualTo(shape);
            ResetRequested requested = requested(begun);
            assertThat(requested.accountId()).isEqualTo(account);
            assertThat(requested.ineligible()).isEqualTo(reason);
            StartVerification verification = portal.verification(portal.chooseMethod(flow, EMAIL));
            assertThat(verification.accountId()).isNotEqualTo(account);
            assertThat(RunningReset.count("select count(*) from unproven_resets where account_id = ?", account))
                    .as("counted as their own")
                    .isEqualTo(1);
        });
    }

    @Test
    void whoCannotIsHeardAllTheSame() {
        UUID account = person("caller", List.of(), false, false, EMAIL);
        tell(scoped());
        Flow flow = Flow.begin();
        portal.answer(portal.requestReset(flow, login(account)));

        assertThat(portal.answer(portal.contactAdministrator(flow)))
                .isEqualTo(new io.sspr.contract.reply.AdministratorContacted(flow.id()));

        assertThat(events.awaitMessage(event -> event.message() instanceof AdministratorContacted called
                                && account.equals(called.accountId()))
                        .message())
                .isInstanceOf(AdministratorContacted.class);
    }

    @Test
    void aMethodIsCopiedThoughItsAddressIsSealedToOthersAndForgottenWhenItIsRemoved() {
        UUID account = person("sealed", List.of(STAFF), false, false);
        UUID id = UUID.randomUUID();
        Sealed address = new Sealed("e30.AAAA.AAAA.AAAA.AAAA");
        RunningReset.tell(
                Topics.METHODS, id.toString(), new Method(id, account, EMAIL, MethodStatus.VERIFIED, address), null);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> RunningReset.count("select count(*) from known_methods where method_id = ?", id) == 1);

        RunningReset.tellMethod(id, account, EMAIL, MethodStatus.REMOVED);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> RunningReset.count("select count(*) from known_methods where method_id = ?", id) == 0);
    }

    @Test
    void recoveryCodesThatAreUsedUpCountNoMoreAndOnesThatAreThereAgainDo() {
        UUID account = person("usedup", List.of(STAFF), false, false);
        tell(APolicy.like(RunningReset.ONE_METHOD).kinds(RECOVERY_CODE));
        UUID id = UUID.randomUUID();
        for (Boolean usedUp : new Boolean[] {null, true, null}) {
            Method codes = new Method(id, account, RECOVERY_CODE, MethodStatus.VERIFIED, null, null, usedUp);
            RunningReset.tell(Topics.METHODS, id.toString(), codes, null);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> RunningReset.count(
                                    "select count(*) from known_methods where method_id = ? and used_up = "
                                            + (usedUp != null),
                                    id)
                            == 1);

            assertThat(requested(portal.requestReset(Flow.begin(), login(account)))
                            .ineligible())
                    .isEqualTo(usedUp == null ? null : Ineligibility.NOTHING_USABLE);
        }
    }

    @Test
    void anUnlockIsHeldToTheSame() {
        UUID account = person("unlocker", List.of(), false, false, EMAIL);
        tell(scoped());

        UUID begun = portal.requestUnlock(Flow.begin(), login(account));

        assertThat(portal.answer(begun)).isInstanceOf(MethodsOffered.class);
        assertThat(told(begun)).isInstanceOfSatisfying(UnlockRequested.class, requested -> {
            assertThat(requested.accountId()).isEqualTo(account);
            assertThat(requested.ineligible()).isEqualTo(Ineligibility.NOT_IN_SCOPE);
        });
    }

    @Test
    void inHelpfulDisclosureTheReasonIsTheAnswer() {
        Map<Ineligibility, UUID> people = people();
        tell(scoped().helpful());

        people.forEach((reason, account) -> {
            Flow flow = Flow.begin();
            assertThat(portal.answer(portal.requestReset(flow, login(account))))
                    .isEqualTo(new NotEligible(flow.id(), reason));
        });
        Flow unknown = Flow.begin();
        assertThat(portal.answer(portal.requestReset(unknown, "nobody-" + UUID.randomUUID() + "@example.org")))
                .isInstanceOf(MethodsOffered.class);
    }

    @Test
    void inHelpfulDisclosureOnlyKindsThatThePersonHasAreOffered() {
        UUID account = person("helped", List.of(STAFF), false, false, EMAIL);
        tell(scoped().helpful());

        assertThat(portal.answer(portal.requestReset(Flow.begin(), login(account))))
                .isInstanceOfSatisfying(
                        MethodsOffered.class,
                        offered -> assertThat(offered.kinds()).containsExactly(EMAIL));
    }

    @Test
    void whenItIsSwitchedOffNobodyCan() {
        UUID account = person("off", List.of(STAFF), false, false, EMAIL);
        tell(scoped().forNobody());

        UUID begun = portal.requestReset(Flow.begin(), login(account));

        assertThat(portal.answer(begun)).isInstanceOf(MethodsOffered.class);
        assertThat(requested(begun).ineligible()).isEqualTo(Ineligibility.RESET_DISABLED);
    }

    @Test
    void whatAnAdministratorNeedsShowsAfterTheFirstProof() {
        UUID account = person("root", List.of(STAFF), true, false, EMAIL, AUTHENTICATOR_APP);
        tell(scoped().administrators(true, 2, EMAIL, AUTHENTICATOR_APP));
        Flow flow = Flow.begin();
        UUID begun = portal.requestReset(flow, login(account));

        assertThat(portal.answer(begun)).isInstanceOfSatisfying(MethodsOffered.class, offered -> {
            assertThat(offered.gates()).isEqualTo(1);
            assertThat(offered.kinds()).isEqualTo(RunningReset.REGISTERED);
        });
        assertThat(portal.answer(portal.prove(portal.verification(portal.chooseMethod(flow, EMAIL)))))
                .isInstanceOfSatisfying(GatePassed.class, passed -> {
                    assertThat(passed.gatesLeft()).isEqualTo(1);
                    assertThat(passed.kinds()).containsExactly(AUTHENTICATOR_APP);
                });
        assertThat(portal.answer(portal.prove(portal.verification(portal.chooseMethod(flow, AUTHENTICATOR_APP)))))
                .isInstanceOf(ResetAuthorized.class);
    }

    @Test
    void whoLeavesTheScopeMeanwhileSetsNoPassword() {
        UUID account = person("leaver", List.of(STAFF), false, false, EMAIL);
        tell(scoped());
        Flow flow = portal.authorised(login(account));

        tellAccount(account, List.of(), false, false);

        assertThat(portal.answer(portal.submitNewPassword(flow, "staple correct horse")))
                .isInstanceOfSatisfying(
                        RequestRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Refusal.NOT_ALLOWED_BY_POLICY));
    }

    @Test
    void aKindThatIsStoppedEndsTheResetsItHelpedIfThePolicySaysSo() {
        UUID account = person("helped-along", List.of(STAFF), false, false, EMAIL, AUTHENTICATOR_APP);
        tell(scoped());
        Flow proven = portal.authorised(login(account));
        Flow proving = Flow.begin();
        portal.answer(portal.requestReset(proving, login(account)));
        StartVerification verification = portal.verification(portal.chooseMethod(proving, EMAIL));
        Flow other = Flow.begin();
        portal.answer(portal.requestReset(other, login(account)));
        portal.answer(portal.prove(portal.verification(portal.chooseMethod(other, AUTHENTICATOR_APP))));

        tell(scoped().stopped(true, EMAIL));

        assertThat(events.awaitMessage(event -> event.message() instanceof ResetExpired expired
                                && expired.resetId().equals(verification.resetId()))
                        .message())
                .isEqualTo(new ResetExpired(verification.resetId(), account, Refusal.NOT_ALLOWED_BY_POLICY));
        for (Flow flow : List.of(proven, proving))
            assertThat(portal.answer(portal.submitNewPassword(flow, "staple correct horse")))
                    .isInstanceOfSatisfying(
                            RequestRefused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Refusal.ENDED));
        assertThat(portal.answer(portal.submitNewPassword(other, "staple correct horse")))
                .isInstanceOf(io.sspr.contract.reply.PasswordSet.class);
    }

    /** One for each reason that a person can have. */
    private static Map<Ineligibility, UUID> people() {
        Map<Ineligibility, UUID> people = new LinkedHashMap<>();
        people.put(Ineligibility.NOT_IN_SCOPE, person("outside", List.of("guests"), false, false, EMAIL));
        people.put(Ineligibility.EXCLUDED, person("excluded", List.of(TEAM, BOARD), false, false, EMAIL));
        people.put(Ineligibility.ADMINISTRATORS_EXCLUDED, person("admin", List.of(STAFF), true, false, EMAIL));
        people.put(Ineligibility.PASSWORD_ELSEWHERE, person("elsewhere", List.of(STAFF), false, true, EMAIL));
        people.put(Ineligibility.NOT_REGISTERED, person("unregistered", List.of(STAFF), false, false));
        UUID fresh = person("fresh", List.of(STAFF), false, false);
        method(fresh, EMAIL, MethodStatus.QUARANTINED);
        people.put(Ineligibility.TOO_NEW, fresh);
        UUID imported = person("imported", List.of(STAFF), false, false);
        method(imported, EMAIL, MethodStatus.IMPORTED);
        people.put(Ineligibility.NOT_PROVEN, imported);
        UUID locked = person("locked", List.of(STAFF), false, false);
        method(locked, EMAIL, MethodStatus.LOCKED);
        people.put(Ineligibility.NOTHING_USABLE, locked);
        UUID frozen = person("frozen", List.of(STAFF), false, false, EMAIL);
        RunningReset.bean(io.sspr.reset.freeze.Freezes.class).freeze(frozen, RunningReset.CLOCK.instant());
        people.put(Ineligibility.FROZEN, frozen);
        return people;
    }

    private static APolicy scoped() {
        return APolicy.like(RunningReset.ONE_METHOD)
                .forGroup(STAFF)
                .butNotFor(BOARD)
                .administrators(false, 1, EMAIL);
    }

    private static Policy tell(APolicy policy) {
        Policy told = policy.version(POLICIES.incrementAndGet()).policy();
        RunningReset.tellPolicy(told);
        return told;
    }

    private static UUID person(
            String name, List<String> groups, boolean administrator, boolean elsewhere, MethodKind... kinds) {
        UUID id = UUID.nameUUIDFromBytes((name + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
        tellAccount(id, groups, administrator, elsewhere);
        for (MethodKind kind : kinds) method(id, kind, MethodStatus.VERIFIED);
        return id;
    }

    private static void tellAccount(UUID id, List<String> groups, boolean administrator, boolean elsewhere) {
        Account account =
                new Account(id, "org-" + id, login(id), login(id), "en", administrator, List.of(), groups, elsewhere);
        RunningReset.tell(Topics.ACCOUNTS, id.toString(), account, null);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> RunningReset.count(
                                "select count(*) from known_memberships where account_id = ? and groups = ?::text[]",
                                id,
                                groups.toArray(String[]::new))
                        == 1);
    }

    private static void method(UUID account, MethodKind kind, MethodStatus status) {
        UUID id = UUID.randomUUID();
        RunningReset.tellMethod(id, account, kind, status);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> RunningReset.count("select count(*) from known_methods where method_id = ?", id) == 1);
    }

    private static void tellGroup(String id, List<String> memberOf) {
        RunningReset.tell(Topics.GROUPS, id, new Group(id, memberOf), null);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> RunningReset.count("select count(*) from known_groups where group_id = ?", id) == 1);
    }

    private static String login(UUID id) {
        return id + "@example.org";
    }

    private static ResetRequested requested(UUID request) {
        return (ResetRequested) told(request);
    }

    private static Message told(UUID request) {
        return events.awaitMessage(event -> request.equals(event.correlationId()))
                .message();
    }

    /** All of the answer but ids and times, which are as long for everybody. */
    private static String shape(UUID request) {
        portal.answer(request);
        return portal.replies.all().stream()
                .filter(record -> {
                    Envelope<Message> envelope = RecordedTopic.decode(record);
                    return request.equals(envelope.correlationId());
                })
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .map(value -> value.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "uuid")
                        .replaceAll("20\\d\\d-[0-9T:.-]+Z", "time"))
                .findFirst()
                .orElseThrow();
    }
}
