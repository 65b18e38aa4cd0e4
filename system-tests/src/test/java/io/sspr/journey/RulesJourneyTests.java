package io.sspr.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.client.Person;
import io.sspr.contract.ContractJson;
import io.sspr.contract.Disclosure;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MethodKind;
import io.sspr.contract.PasswordRule;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import io.sspr.contract.event.PolicyChanged;
import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.policy.PolicyFault;
import io.sspr.contract.policy.RegistrationReason;
import io.sspr.contract.policy.RegistrationRules;
import io.sspr.contract.policy.Scope;
import io.sspr.contract.policy.ScopeRules;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.CredentialImported;
import io.sspr.contract.reply.GroupProvisioned;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.MethodsConfirmed;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.NotEligible;
import io.sspr.contract.reply.NothingToDo;
import io.sspr.contract.reply.PasswordChecked;
import io.sspr.contract.reply.PolicyRefused;
import io.sspr.contract.reply.RegistrationRequired;
import io.sspr.contract.reply.RegistrationSkipped;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.reply.SignedIn;
import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.GroupEntry;
import io.sspr.contract.secret.InitialCredential;
import io.sspr.contract.state.Policy;
import io.sspr.demo.Administration;
import io.sspr.demo.AtSignIn;
import io.sspr.demo.OwnMethods;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An administrator changes the rules, and all services go by them at once. */
class RulesJourneyTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();

    private final TestSystem system = TestSystem.shared();
    private final FrontEnd portal = system.portal();
    private final String login = "ruled-" + UUID.randomUUID();
    private final String address = login + "@example.org";
    private Policy before = inForce();

    @BeforeEach
    void remember() {
        before = inForce();
    }

    @AfterEach
    void putBack() {
        change(with(before, "version", inForce().version()));
    }

    @Test
    void aChangeIsInForceForTheNextReset() {
        known(login, List.of());
        register();
        assertThat(offered().gates()).isEqualTo(2);

        Policy oneGate = with(before, "gates", 1);
        long version = change(oneGate);

        assertThat(version).isEqualTo(before.version() + 1);
        assertThat(offered().gates()).isEqualTo(1);
        assertThat(events(Topics.events(Service.REGISTRATION)))
                .filteredOn(PolicyChanged.class::isInstance)
                .extracting(event -> ((PolicyChanged) event).policy().version())
                .contains(version);
    }

    @Test
    void whoeverWasFasterWins() {
        change(with(before, "gates", 1));
        RequestRefused late =
                administration().changePolicy(with(before, "gates", 2)).reply(RequestRefused.class);
        assertThat(late.reason()).isEqualTo(Refusal.VERSION_CONFLICT);
        assertThat(inForce().gates()).isEqualTo(1);
    }

    @Test
    void everyFaultIsNamed() {
        Policy wrong = with(with(before, "gates", 3), "registration", new RegistrationRules(true, null, null, 731));
        PolicyRefused refused = administration().changePolicy(wrong).reply(PolicyRefused.class);
        assertThat(refused.faults()).extracting(PolicyFault::path).contains("gates", "registration.reconfirmDays");
        assertThat(inForce()).isEqualTo(before);
    }

    @Test
    void whoIsInANestedGroupMayResetAndWhoIsNotIsToldByMail() {
        String inner = "inner-" + UUID.randomUUID();
        String outer = "outer-" + UUID.randomUUID();
        system.directory().provision(new GroupEntry(outer, List.of())).reply(GroupProvisioned.class);
        system.directory().provision(new GroupEntry(inner, List.of(outer))).reply(GroupProvisioned.class);
        known(login, List.of(inner));
        register();
        String outsider = "outside-" + UUID.randomUUID();
        known(outsider, List.of());
        registerEmail(outsider);
        change(with(with(before, "gates", 1), "scope", new ScopeRules(Scope.SELECTED, List.of(outer), List.of())));

        Flow member = Flow.begin();
        portal.requestReset(member, login).reply(MethodsOffered.class);
        proveMail(member, address);

        String mailbox = outsider + "@example.org";
        long seen = system.mailbox().newest(mailbox);
        Flow other = Flow.begin();
        // To whoever asks it looks like any other.
        portal.requestReset(other, outsider).reply(MethodsOffered.class);
        portal.chooseMethod(other, MethodKind.EMAIL).reply(ChallengeReady.class);
        await().atMost(PATIENCE)
                .until(
                        () -> system.mailbox()
                                .notice(mailbox, seen, PATIENCE)
                                .text()
                                .replaceAll("\\s+", " "),
                        text -> text.contains("it is not switched on that you can reset the password yourself"));
        assertThat(events(Topics.events(Service.RESET)))
                .filteredOn(ResetRequested.class::isInstance)
                .extracting(event -> ((ResetRequested) event).ineligible())
                .contains(Ineligibility.NOT_IN_SCOPE);
    }

    @Test
    void anIntranetIsToldWhy() {
        known(login, List.of());
        change(with(before, "disclosure", Disclosure.HELPFUL));
        Flow flow = Flow.begin();
        assertThat(portal.requestReset(flow, login).reply(NotEligible.class).reason())
                .isEqualTo(Ineligibility.NOT_REGISTERED);
    }

    @Test
    void asksToRegisterAtSignInAndLetsItBePutOffAsOftenAsTheRulesSay() {
        known(login, List.of());
        change(with(before, "registration", new RegistrationRules(true, 2, null, 365)));
        AtSignIn signIn = new AtSignIn(portal, login);

        RegistrationRequired asked = signIn.report().reply(RegistrationRequired.class);
        assertThat(asked.reasons()).contains(RegistrationReason.RESET_NEEDS_MORE);
        assertThat(asked.suggested()).hasSize(before.gates());
        assertThat(asked.skipsLeft()).isEqualTo(2);
        assertThat(signIn.skip().reply(RegistrationSkipped.class).skipsLeft()).isEqualTo(1);
        assertThat(signIn.skip().reply(RegistrationSkipped.class).skipsLeft()).isEqualTo(0);
        assertThat(signIn.skip().reply(RequestRefused.class).reason()).isEqualTo(Refusal.NO_SKIPS_LEFT);
        assertThat(signIn.report().reply(RegistrationRequired.class).mayBeSkipped())
                .isFalse();
    }

    @Test
    void hasNothingToDoOnceEverythingIsRegistered() {
        change(with(with(before, "gates", 1), "registration", new RegistrationRules(true, 2, null, 365)));
        known(login, List.of());
        Person person = register();
        new AtSignIn(portal, login).report().reply(NothingToDo.class);
        MethodsConfirmed confirmed = new OwnMethods(portal, person).confirm().reply(MethodsConfirmed.class);
        assertThat(confirmed.nextAt()).isAfter(Instant.now().plus(Duration.ofDays(300)));
    }

    @Test
    void saysOfAPasswordWhatItLacks() {
        assertThat(portal.checkPassword("short").reply(PasswordChecked.class).rules())
                .contains(PasswordRule.TOO_SHORT);
        assertThat(portal.checkPassword("nobody would guess this one")
                        .reply(PasswordChecked.class)
                        .rules())
                .isEmpty();
    }

    private MethodsOffered offered() {
        return portal.requestReset(Flow.begin(), login).reply(MethodsOffered.class);
    }

    private void proveMail(Flow flow, String mailbox) {
        long seen = system.mailbox().newest(mailbox);
        portal.chooseMethod(flow, MethodKind.EMAIL).reply(ChallengeReady.class);
        Message outcome = portal.submitProof(flow, system.mailbox().code(mailbox, seen, PATIENCE))
                .reply();
        assertThat(outcome).isInstanceOf(ResetAuthorized.class);
    }

    private Person register() {
        return registerEmail(login);
    }

    private Person registerEmail(String name) {
        Person person =
                Person.of(portal.signIn(name, "first password of " + name).reply(SignedIn.class), Instant.now());
        Flow flow = Flow.begin();
        String mailbox = name + "@example.org";
        portal.registerEmail(person, flow, mailbox).reply(ChallengeReady.class);
        portal.submitProof(flow, system.mailbox().code(mailbox, 0, PATIENCE)).reply(MethodRegistered.class);
        return person;
    }

    private void known(String name, List<String> groups) {
        UUID account = system.directory()
                .provision(new AccountEntry(name, name, "en", false, null, null, groups, null))
                .reply(AccountProvisioned.class)
                .accountId();
        system.directory()
                .importCredential(account, new InitialCredential(null, "first password of " + name, false))
                .reply(CredentialImported.class);
    }

    private long change(Policy policy) {
        long version = administration()
                .changePolicy(policy)
                .reply(io.sspr.contract.reply.PolicyChanged.class)
                .version();
        // The others copy it; what they have not copied yet they cannot go by.
        await().atMost(PATIENCE).until(() -> system.policyVersionOfReset() == version);
        return version;
    }

    private Administration administration() {
        String name = "ruler-" + UUID.randomUUID();
        UUID account = system.directory()
                .provision(new AccountEntry(name, name, "en", true))
                .reply(AccountProvisioned.class)
                .accountId();
        system.directory()
                .importCredential(account, new InitialCredential(null, "password of " + name, false))
                .reply(CredentialImported.class);
        SignedIn reply = system.console().signIn(name, "password of " + name).reply(SignedIn.class);
        return new Administration(
                system.console(), Person.of(reply, Instant.now()).withApp());
    }

    private Policy inForce() {
        List<ConsumerRecord<byte[], byte[]>> told = system.read(Topics.POLICY);
        try {
            return ContractJson.read(told.get(told.size() - 1).value(), Policy.class);
        } catch (Undecodable e) {
            throw new AssertionError(e);
        }
    }

    private List<Message> events(String topic) {
        return system.read(topic).stream().flatMap(RulesJourneyTests::message).toList();
    }

    private static Stream<Message> message(ConsumerRecord<byte[], byte[]> record) {
        try {
            return Stream.of(
                    MessageCodec.decode(record.headers(), record.value()).message());
        } catch (Undecodable e) {
            throw new AssertionError(e);
        }
    }

    /** With another value of one part. */
    private static Policy with(Policy policy, String part, Object value) {
        ObjectNode document = (ObjectNode) JSON.readTree(ContractJson.write(policy));
        document.set(part, JSON.readTree(ContractJson.write(value)));
        try {
            return ContractJson.read(JSON.writeValueAsBytes(document), Policy.class);
        } catch (Undecodable e) {
            throw new AssertionError(e);
        }
    }
}
