package io.sspr.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.VerificationEnded;
import io.sspr.contract.internal.DeliverMethodNotice;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.MethodRemoved;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.StepUpPassed;
import io.sspr.contract.request.CollectRecoveryCode;
import io.sspr.contract.request.RemoveMethod;
import io.sspr.contract.request.ResendCode;
import io.sspr.contract.request.StepUp;
import io.sspr.contract.secret.CodeLetter;
import io.sspr.contract.secret.ContactAddress;
import io.sspr.contract.secret.Enrolment;
import io.sspr.contract.secret.FlowKey;
import io.sspr.contract.secret.FlowReplyKey;
import io.sspr.contract.secret.MethodChoice;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.contract.secret.MethodView;
import io.sspr.contract.secret.Origin;
import io.sspr.contract.secret.Visit;
import io.sspr.contract.state.Account;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.Policy;
import io.sspr.messaging.testing.RunningKafka;
import io.sspr.registration.kind.RegisterProperties.AppHash;
import io.sspr.registration.kind.app.Totp;
import io.sspr.registration.kind.app.TotpSeed;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.TestKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The whole service over a real broker and a real database. */
class RegistrationServiceIntegrationTests extends RunningRegistration {

    @Test
    void registersAnAddressThatItsOwnerProves() {
        String name = "ana" + UUID.randomUUID();
        UUID account = provisioned(name);
        Account state = (Account) state(Topics.ACCOUNTS, account.toString()).message();
        assertThat(state.login()).isEqualTo(name);
        assertThat(state(Topics.IDENTITIES, account.toString()).subject()).isEqualTo(account.toString());

        Flow flow = Flow.begin();
        UUID begun = register(account, MethodKind.EMAIL, flow, new MethodEntry("ana@example.org", null, null));
        assertThat(portal.answer(begun, ChallengeReady.class).digits()).isEqualTo(8);
        CodeLetter letter = letter(begun);
        assertThat(letter.address()).isEqualTo("ana@example.org");

        assertThat(portal.answer(prove(flow, "00000000x"), ProofRejected.class).attemptsLeft())
                .isEqualTo(4);
        Origin home = new Origin("203.0.113.0/24", "Firefox on Windows");
        UUID proven = prove(flow, letter.code(), home);
        MethodRegistered registered = portal.answer(proven, MethodRegistered.class);
        Envelope<Message> notice = toNotification.awaitMessage(told -> proven.equals(told.correlationId()));
        DeliverMethodNotice told = (DeliverMethodNotice) notice.message();
        assertThat(told.methodId()).isEqualTo(registered.methodId());
        assertThat(People.openForNotification(
                        told.sealed(), MessageType.DELIVER_METHOD_NOTICE, notice.id(), Visit.class))
                .isEqualTo(new Visit(home));
        Envelope<Message> method = state(Topics.METHODS, registered.methodId().toString());
        assertThat(People.openForNotification(
                        ((Method) method.message()).address(), MessageType.METHOD, method.id(), ContactAddress.class))
                .isEqualTo(new ContactAddress("ana@example.org"));
    }

    @Test
    void registersAnAppWhoseSecretOnlyTheFrontEndLearns() {
        UUID account = provisioned("app" + UUID.randomUUID());
        Flow flow = Flow.begin();
        ECKey key = People.replyKey();
        UUID begun = register(
                account,
                MethodKind.AUTHENTICATOR_APP,
                flow,
                new MethodEntry(null, key.toPublicJWK().toJSONString(), null));
        Enrolment enrolment = People.enrolment(portal.answer(begun, ChallengeReady.class), key, begun, flow);
        TotpSeed seed = TotpSeed.ofBase32(enrolment.secret(), AppHash.SHA1);
        assertThat(portal.answer(prove(flow, Totp.codeAt(seed, Instant.now())), MethodRegistered.class)
                        .kind())
                .isEqualTo(MethodKind.AUTHENTICATOR_APP);
    }

    @Test
    void letsAPersonLookAfterTheirMethodsWithinOneSignIn() {
        UUID account = withEmail();
        ECKey key = People.replyKey();
        String replyKey = key.toPublicJWK().toJSONString();
        Flow codesFlow = Flow.begin();
        UUID asked = register(account, MethodKind.RECOVERY_CODE, codesFlow, new MethodEntry(null, replyKey, null));
        RecoveryCodesReady ready = portal.answer(asked, RecoveryCodesReady.class);
        String code = People.recoveryCodes(ready, key, asked, codesFlow).get(0);
        Flow flow = Flow.begin();
        UUID stepUp = portal.ask(
                MessageType.STEP_UP,
                flow.id(),
                new Visit(null),
                seal -> new StepUp(flow.id(), flow.secret().hash(), MethodKind.RECOVERY_CODE, seal),
                account);
        portal.answer(stepUp, ChallengeReady.class);
        portal.answer(prove(flow, code), StepUpPassed.class);
        UUID collect = portal.ask(
                MessageType.COLLECT_RECOVERY_CODE,
                flow.id(),
                new FlowReplyKey(flow.secret().text(), replyKey),
                seal -> new CollectRecoveryCode(flow.id(), seal));
        RecoveryCodesReady collected = portal.answer(collect, RecoveryCodesReady.class);
        assertThat(People.recoveryCodes(collected, key, collect, flow)).hasSize(1);
        List<MethodView> views = shown(account, key);
        assertThat(views).extracting(MethodView::kind).containsExactly(MethodKind.EMAIL, MethodKind.RECOVERY_CODE);
        MethodChoice mail = new MethodChoice(views.get(0).methodId(), null);
        UUID remove = portal.ask(MessageType.REMOVE_METHOD, null, mail, RemoveMethod::new, account);
        assertThat(portal.answer(remove, MethodRemoved.class).methodId()).isEqualTo(mail.methodId());
        assertThat(shown(account, key)).hasSize(1);
    }

    @Test
    void leavesTheAnswerToTheRightProofOfAResetToTheResetService() {
        UUID account = withEmail();
        Flow flow = Flow.begin();
        UUID chosen = start(account, MethodKind.EMAIL, flow, Instant.now().plusSeconds(3600));
        portal.answer(chosen, ChallengeReady.class);
        UUID proof = prove(flow, letter(chosen).code());
        Envelope<Message> event = events.awaitMessage(told -> proof.equals(told.correlationId()));
        assertThat(event.message()).isInstanceOf(CodeVerified.class);
        assertThat(event.subject()).isEqualTo(account.toString());
        // Handled after it, so whatever it was answered with would be there by now.
        portal.answer(prove(flow, "1"), RequestRefused.class);
        assertThat(portal.answers(proof)).isEmpty();
    }

    @Test
    void takesAProofThatOvertookItsVerification() {
        Flow flow = Flow.begin();
        UUID proof = prove(flow, "12345678");
        UUID chosen =
                start(UUID.randomUUID(), MethodKind.EMAIL, flow, Instant.now().plusSeconds(3600));
        portal.answer(chosen, ChallengeReady.class);
        assertThat(portal.answer(proof, ProofRejected.class).attemptsLeft()).isEqualTo(4);
    }

    @Test
    void refusesAProofOfAFlowThatNeverComes() {
        assertThat(portal.answer(prove(Flow.begin(), "12345678"), RequestRefused.class)
                        .reason())
                .isEqualTo(Refusal.UNKNOWN_FLOW);
    }

    @Test
    void tellsNobodyApartInRepliesAndRecords() {
        UUID known = withEmail();
        List<List<String>> seen = new ArrayList<>();
        List<List<String>> written = new ArrayList<>();
        for (UUID account : List.of(known, UUID.randomUUID())) {
            Flow flow = Flow.begin();
            UUID chosen = start(account, MethodKind.EMAIL, flow, Instant.now().plusSeconds(3600));
            UUID wrong = ready(chosen, () -> prove(flow, "wrong"));
            UUID again = ready(
                    wrong,
                    () -> portal.ask(
                            MessageType.RESEND_CODE,
                            flow.id(),
                            new FlowKey(flow.secret().text()),
                            seal -> new ResendCode(flow.id(), seal)));
            List<UUID> asked = List.of(chosen, wrong, again);
            seen.add(asked.stream()
                    .map(id -> withoutIdsAndTimes(portal.answer(id)))
                    .toList());
            written.add(recordsCausedBy(asked));
        }
        assertThat(seen.get(1)).isEqualTo(seen.get(0));
        assertThat(written.get(1)).isEqualTo(written.get(0)).hasSize(6);
    }

    @Test
    void endsAVerificationByItselfWhenItsTimeIsUp() {
        Flow flow = Flow.begin();
        UUID account = UUID.randomUUID();
        UUID chosen =
                start(account, MethodKind.AUTHENTICATOR_APP, flow, Instant.now().plusSeconds(3));
        portal.answer(chosen, ChallengeReady.class);
        String verification =
                events.awaitMessage(told -> chosen.equals(told.correlationId())).subject();
        Envelope<Message> end = events.awaitMessage(told -> told.message() instanceof VerificationEnded
                && String.valueOf(verification).equals(told.subject()));
        assertThat(((VerificationEnded) end.message()).reason()).isEqualTo(Refusal.EXPIRED);
    }

    @Test
    void tellsTheDefaultPolicyOnce() {
        Policy policy = (Policy) state(Topics.POLICY, "policy").message();
        assertThat(RunningKafka.read(Topics.POLICY)).hasSize(1);
        assertThat(policy.version()).isEqualTo(1);
        assertThat(policy.gates()).isEqualTo(2);
    }

    @Test
    void writesNoSecretAndNoPersonalDataWhereItDoesNotBelong() {
        String name = "canary" + UUID.randomUUID();
        UUID account = provisioned(name);
        Flow flow = Flow.begin();
        String address = name + "@example.org";
        UUID begun = register(account, MethodKind.EMAIL, flow, new MethodEntry(address, null, null));
        String code = letter(begun).code();
        portal.answer(prove(flow, code), MethodRegistered.class);
        for (String topic : List.of(
                Topics.events(Service.REGISTRATION),
                Topics.internal(Service.NOTIFICATION),
                Topics.replies(TestKeys.PORTAL),
                Topics.METHODS))
            assertThat(RunningKafka.read(topic))
                    .extracting(record -> new String(record.value(), StandardCharsets.UTF_8) + record.headers())
                    .noneMatch(text -> text.contains(name)
                            || text.contains("\"" + code + "\"")
                            || text.contains(flow.secret().text()));
        assertThat(RunningKafka.read(Topics.events(Service.REGISTRATION)))
                .extracting(record -> new String(record.value(), StandardCharsets.UTF_8))
                .noneMatch(text -> text.contains(flow.id().toString()));
    }
}
