package io.sspr.registration.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import io.sspr.contract.ContractJson;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.Undecodable;
import io.sspr.contract.event.CodeAwaited;
import io.sspr.contract.event.CodeIssued;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.internal.DeliverCode;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.request.RegisterMethod;
import io.sspr.contract.secret.ContactAddress;
import io.sspr.contract.secret.Enrolment;
import io.sspr.contract.secret.MethodEntry;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import io.sspr.registration.kind.RegisterProperties.AppHash;
import io.sspr.registration.kind.app.Totp;
import io.sspr.registration.kind.app.TotpSeed;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterMethodTests {

    private static final Rig RIG = new Rig(true);

    private final People people = new People(RIG);
    private final UUID account = people.provision();
    private final Flow flow = Flow.begin();

    @Test
    void sendsACodeToTheAddressThatThePersonNames() {
        Outcome outcome = people.registerEmail(account, flow, "Ana@EXAMPLE.org");
        ChallengeReady ready = outcome.reply(ChallengeReady.class);
        assertThat(ready)
                .isEqualTo(new ChallengeReady(
                        flow.id(),
                        MethodKind.EMAIL,
                        8,
                        RIG.now().plusSeconds(900),
                        RIG.now().plusSeconds(30),
                        null));
        CodeIssued issued = outcome.only(CodeIssued.class);
        assertThat(issued)
                .isEqualTo(new CodeIssued(
                        issued.verificationId(),
                        account,
                        null,
                        MethodKind.EMAIL,
                        Purpose.REGISTER,
                        1,
                        ready.expiresAt()));
        DeliverCode delivery = outcome.only(DeliverCode.class);
        assertThat(delivery.accountId()).isEqualTo(account);
        assertThat(delivery.locale()).isEqualTo("sl");
        assertThat(People.letter(outcome).address()).isEqualTo("Ana@example.org");
        assertThat(People.letter(outcome).code()).matches("[0-9]{8}");
        assertThat(outcome.arrived()).containsExactly("flow:portal:" + flow.id());
    }

    @Test
    void countsAnAddressOnceItIsProven() {
        String code = People.letter(people.registerEmail(account, flow, "ana@example.org"))
                .code();
        Outcome proven = people.prove(flow, code);
        io.sspr.contract.reply.MethodRegistered reply = proven.reply(io.sspr.contract.reply.MethodRegistered.class);
        assertThat(reply.flow()).isEqualTo(flow.id());
        assertThat(proven.only(CodeVerified.class).methodId()).isEqualTo(reply.methodId());
        assertThat(proven.only(MethodRegistered.class))
                .isEqualTo(new MethodRegistered(reply.methodId(), account, MethodKind.EMAIL, null));
        Method state = proven.only(Method.class);
        assertThat(state.status()).isEqualTo(MethodStatus.VERIFIED);
        assertThat(People.openForNotification(
                        state.address(), MessageType.METHOD, proven.idOf(Method.class), ContactAddress.class))
                .isEqualTo(new ContactAddress("ana@example.org"));
    }

    @Test
    void tellsTheSecretOfAnAppToTheFrontEndAloneAndTakesItsCode() {
        ECKey key = People.replyKey();
        UUID request = UUID.randomUUID();
        Outcome begun =
                people.registerApp(request, account, flow, key.toPublicJWK().toJSONString());
        ChallengeReady ready = begun.reply(ChallengeReady.class);
        assertThat(ready.digits()).isEqualTo(6);
        assertThat(ready.resendAt()).isNull();
        assertThat(begun.only(CodeAwaited.class).accountId()).isEqualTo(account);
        assertThat(begun.internals()).isEmpty();
        Enrolment enrolment = People.enrolment(begun, key, request, flow);
        assertThat(enrolment.otpauth())
                .startsWith("otpauth://totp/Self-service%20password%20reset:p")
                .contains("secret=" + enrolment.secret());

        TotpSeed seed = TotpSeed.ofBase32(enrolment.secret(), AppHash.SHA1);
        Outcome proven = people.prove(flow, Totp.codeAt(seed, RIG.now()));
        assertThat(proven.only(MethodRegistered.class).kind()).isEqualTo(MethodKind.AUTHENTICATOR_APP);
        assertThat(proven.only(Method.class).address()).isNull();
    }

    @Test
    void doesNotTakeTheCodeThatRegisteredAnAppForAReset() {
        ECKey key = People.replyKey();
        UUID request = UUID.randomUUID();
        Outcome begun =
                people.registerApp(request, account, flow, key.toPublicJWK().toJSONString());
        TotpSeed seed =
                TotpSeed.ofBase32(People.enrolment(begun, key, request, flow).secret(), AppHash.SHA1);
        String code = Totp.codeAt(seed, RIG.now());
        people.prove(flow, code);
        Flow reset = Flow.begin();
        people.start(account, MethodKind.AUTHENTICATOR_APP, reset);
        assertThat(people.prove(reset, code).reply(ProofRejected.class).reason())
                .isEqualTo(Refusal.WRONG_PROOF);
    }

    @Test
    void t8InPresetEntraItIsOverAQuarterOfAnHourAfterItsStartAndAnotherNeedsASignIn() {
        Rig entra = new Rig(Presets.entra());
        People there = new People(entra);
        UUID somebody = there.provision();
        Instant start = entra.now();
        Flow flow = Flow.begin();
        there.registerEmail(somebody, flow, "ana@example.org");
        // However often the code is renewed, each time just before it expires.
        Outcome last = there.resend(flow);
        for (int i = 0; i < 3; i++) {
            entra.pass(Duration.ofSeconds(299));
            last = there.resend(flow);
        }
        entra.pass(Duration.ofSeconds(2));
        assertThat(there.prove(flow, "nothing").reply(ProofRejected.class).reason())
                .isEqualTo(Refusal.WRONG_PROOF);
        entra.pass(Duration.ofSeconds(2));
        assertThat(there.prove(flow, People.letter(last).code()).refusal()).isEqualTo(Refusal.EXPIRED);
        assertThat(there.register(
                                there.signedIn(somebody, start),
                                MethodKind.EMAIL,
                                Flow.begin(),
                                People.address("ana@example.org"))
                        .refusal())
                .isEqualTo(Refusal.SIGN_IN_TOO_OLD);
    }

    @Test
    void asksForAFreshSignIn() {
        Instant tenMinutesAgo = RIG.now().minus(Duration.ofMinutes(10));
        assertThat(registerSignedInAt(tenMinutesAgo).hasReply()).isTrue();
        assertThat(registerSignedInAt(tenMinutesAgo.minusSeconds(1)).refusal()).isEqualTo(Refusal.SIGN_IN_TOO_OLD);
    }

    @Test
    void refusesAnAccountThatItDoesNotKnow() {
        UUID nobody = UUID.randomUUID();
        String key = People.replyKey().toPublicJWK().toJSONString();
        assertThat(people.registerEmail(nobody, flow, "ana@example.org").refusal())
                .isEqualTo(Refusal.UNKNOWN_ACCOUNT);
        assertThat(people.registerApp(UUID.randomUUID(), nobody, flow, key).refusal())
                .isEqualTo(Refusal.UNKNOWN_ACCOUNT);
    }

    @Test
    void refusesAFlowThatExists() {
        people.registerEmail(account, flow, "ana@example.org");
        assertThat(people.registerEmail(account, flow, "eva@example.org").refusal())
                .isEqualTo(Refusal.FLOW_EXISTS);
    }

    @Test
    void refusesWhatIsNoAddressAndWhatIsNoKey() {
        assertThat(people.registerEmail(account, flow, "ana@example.org,eve@evil.example")
                        .refusal())
                .isEqualTo(Refusal.ADDRESS_INVALID);
        assertThat(people.registerEmail(account, flow, null).refusal()).isEqualTo(Refusal.ADDRESS_INVALID);
        assertThat(people.registerApp(UUID.randomUUID(), account, flow, "{}").refusal())
                .isEqualTo(Refusal.REPLY_KEY_INVALID);
        assertThat(people.registerApp(UUID.randomUUID(), account, flow, null).refusal())
                .isEqualTo(Refusal.REPLY_KEY_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"address\":[\"ana@example.org\",\"eve@evil.example\"]}",
                "{\"address\":{\"to\":\"ana@example.org\"}}",
                "{\"address\":\"ana@example.org\",\"address\":\"eve@evil.example\"}",
                "[{\"address\":\"ana@example.org\"}]"
            })
    void readsNoMoreThanOneAddress(String json) {
        byte[] sealed = json.getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ContractJson.read(sealed, MethodEntry.class)).isInstanceOf(Undecodable.class);
    }

    @Test
    void refusesLettersThatLookLikeOthersAndLineBreaks() {
        for (String address : new String[] {
            "m\u0131ke@example.org", "mi\u212ae@example.org", "ana@example.org\r\nBcc: eve@evil.example"
        }) assertThat(people.registerEmail(account, flow, address).refusal()).isEqualTo(Refusal.ADDRESS_INVALID);
    }

    @Test
    void refusesAnAddressTwiceForOnePersonButNotForTwo() {
        people.withEmail(account, "ana@example.org");
        assertThat(people.registerEmail(account, flow, "ANA@example.org").refusal())
                .isEqualTo(Refusal.ADDRESS_TAKEN);
        assertThat(people.registerEmail(people.provision(), flow, "ana@example.org")
                        .reply(ChallengeReady.class))
                .isNotNull();
    }

    @Test
    void registersAnAddressOnceWhenTwoFlowsRaceForIt() {
        Flow other = Flow.begin();
        String code = People.letter(people.registerEmail(account, flow, "ana@example.org"))
                .code();
        String otherCode = People.letter(people.registerEmail(account, other, "ana@example.org"))
                .code();
        assertThat(people.prove(flow, code).only(MethodRegistered.class)).isNotNull();
        assertThat(people.prove(other, otherCode).refusal()).isEqualTo(Refusal.ADDRESS_TAKEN);
    }

    @Test
    void takesFiveAddressesAndNoMore() {
        for (int i = 0; i < 5; i++) people.withEmail(account, "ana" + i + "@example.org");
        assertThat(people.registerEmail(account, flow, "ana5@example.org").refusal())
                .isEqualTo(Refusal.TOO_MANY_METHODS);
    }

    @Test
    void keepsNeitherAddressNorSeedNorCodeReadableInTheDatabase() {
        String code = People.letter(people.registerEmail(account, flow, "ana.secret@example.org"))
                .code();
        people.withEmail(account, "eva.secret@example.org");
        People.App app = people.withApp(account);
        for (String table : new String[] {"methods", "verifications", "accounts"})
            assertThat(RIG.database()
                            .sql("SELECT to_jsonb(t)::text FROM " + table + " t WHERE account_id = :account")
                            .param("account", account)
                            .query(String.class)
                            .list())
                    .isNotEmpty()
                    .noneMatch(row -> row.contains("secret@")
                            || row.contains(app.seed().base32())
                            || row.contains("\"" + code + "\""));
    }

    @Test
    void countsWrongProofsOfAnAddressOverAllTriesToRegisterIt() {
        for (int i = 0; i < 5; i++) {
            Flow one = Flow.begin();
            people.registerEmail(account, one, "victim@example.org");
            people.prove(one, "wrong");
        }
        people.registerEmail(account, flow, "victim@example.org");
        Outcome early = people.prove(flow, "wrong");
        assertThat(early.refusal()).isEqualTo(Refusal.TOO_SOON);
        assertThat(early.retryAt()).isEqualTo(RIG.now().plusSeconds(30));
    }

    @Test
    void stopsAfterAHundredWrongProofsOfAnAddress() {
        for (int i = 0; i < 100; i++) {
            Flow one = Flow.begin();
            people.registerEmail(account, one, "victim@example.org");
            people.prove(one, "wrong").reply(ProofRejected.class);
            RIG.pass(Duration.ofHours(1));
        }
        assertThat(people.registerEmail(account, flow, "victim@example.org").refusal())
                .isEqualTo(Refusal.METHOD_LOCKED);
        assertThat(people.registerEmail(account, flow, "own@example.org").reply(ChallengeReady.class))
                .isNotNull();
    }

    private Outcome registerSignedInAt(Instant at) {
        Flow one = Flow.begin();
        return RIG.request(
                new RegisterMethod(one.id(), one.secret().hash(), MethodKind.EMAIL, People.SOME_SEAL),
                new MethodEntry("ana@example.org", null, null),
                people.signedIn(account, at));
    }
}
