package io.sspr.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import io.sspr.client.ReplyKey;
import io.sspr.contract.ContractJson;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.MethodRegistered;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.reply.RecoveryCodesReady;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.contract.reply.StepUpPassed;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.seal.Sealer;
import io.sspr.contract.secret.Enrolment;
import io.sspr.contract.secret.RecoveryCodes;
import io.sspr.portal.account.Addition.Stage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdditionStepsTests {

    private static final Instant NOW = Instant.parse("2026-11-24T20:00:00Z");
    private static final String CLIENT = "portal";

    private final UUID flow = UUID.randomUUID();
    private final UUID request = UUID.randomUUID();
    private final Addition mail = begun(MethodKind.EMAIL);

    @Test
    void goesFromAnAddressOverACodeToAMethodThatCounts() {
        Addition proving = after(mail, challenge(MethodKind.EMAIL, null));
        Addition added = after(proving, new MethodRegistered(flow, UUID.randomUUID(), MethodKind.EMAIL, NOW));

        assertThat(proving.stage()).isEqualTo(Stage.PROVING);
        assertThat(proving.pending()).isNull();
        assertThat(added.stage()).isEqualTo(Stage.ADDED);
        assertThat(added.usableFrom()).isEqualTo(NOW);
    }

    @Test
    void opensWhatTheAppIsToScanAndKeepsItThroughAWrongCode() throws Exception {
        Addition app = begun(MethodKind.AUTHENTICATOR_APP);
        Enrolment enrolment = new Enrolment("JBSWY3DPEHPK3PXP", "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP");
        Addition proving = after(
                app,
                challenge(
                        MethodKind.AUTHENTICATOR_APP,
                        sealed(app, MessageType.CHALLENGE_READY_REPLY, ContractJson.write(enrolment))));
        Addition wrong = after(proving, new ProofRejected(flow, Refusal.WRONG_PROOF, 4, null));

        assertThat(proving.enrolment()).isEqualTo(enrolment);
        assertThat(proving.key()).isNull();
        assertThat(wrong.stage()).isEqualTo(Stage.PROVING);
        assertThat(wrong.enrolment()).isEqualTo(enrolment);
        assertThat(wrong.toString() + proving).doesNotContain("JBSWY3DP");
    }

    @Test
    void showsRecoveryCodesUntilTheyAreKeptAndNoLonger() throws Exception {
        Addition codes = begun(MethodKind.RECOVERY_CODE);
        byte[] list = ContractJson.write(new RecoveryCodes(List.of("AAAA", "BBBB")));
        Addition shown = after(
                codes, new RecoveryCodesReady(flow, 2, sealed(codes, MessageType.RECOVERY_CODES_READY_REPLY, list)));

        assertThat(shown.stage()).isEqualTo(Stage.CODES);
        assertThat(shown.codes()).containsExactly("AAAA", "BBBB");
        assertThat(shown.added(null).codes()).isEmpty();
    }

    @Test
    void makesAnotherRequestOfARefusedOne() {
        Addition app = begun(MethodKind.AUTHENTICATOR_APP);
        Addition refused = after(app, new RequestRefused(flow, Refusal.TOO_MANY_METHODS, null));

        assertThat(refused.stage()).isEqualTo(Stage.ASKING);
        assertThat(refused.trouble()).isNotNull();
        assertThat(refused.mid()).isNotEqualTo(app.mid());
        assertThat(refused.key()).isNotNull().isNotEqualTo(app.key());
        assertThat(after(app, new RequestExpired(flow)).stage()).isEqualTo(Stage.ASKING);
    }

    @Test
    void endsWithTheLastAttemptOrTheFlow() {
        Addition proving = after(mail, challenge(MethodKind.EMAIL, null));

        assertThat(after(proving, new ProofRejected(flow, Refusal.WRONG_PROOF, 1, NOW)))
                .matches(one -> one.stage() == Stage.PROVING && one.trouble() != null);
        assertThat(after(proving, new ProofRejected(flow, Refusal.WRONG_PROOF, 0, null))
                        .stage())
                .isEqualTo(Stage.OVER);
        assertThat(after(proving, new RequestRefused(flow, Refusal.EXPIRED, null))
                        .stage())
                .isEqualTo(Stage.OVER);
        assertThat(after(proving, new RequestRefused(flow, Refusal.STEP_UP_NEEDED, null))
                        .stage())
                .isEqualTo(Stage.OVER);
        assertThat(after(proving, new RequestRefused(flow, Refusal.TOO_SOON, NOW))
                        .stage())
                .isEqualTo(Stage.PROVING);
        assertThat(after(proving, new RequestRefused(flow, Refusal.OUT_OF_ORDER, null))
                        .trouble())
                .isNull();
    }

    @Test
    void staysWhereItIsForAReplyThatIsNotForIt() {
        assertThat(after(mail, new StepUpPassed(flow, MethodKind.EMAIL)).stage())
                .isEqualTo(Stage.ASKING);
    }

    @Test
    void isRegisteredByTheLateAnswerToAnEarlierCode() {
        UUID first = UUID.randomUUID();
        Addition again =
                after(mail, challenge(MethodKind.EMAIL, null)).asked(first, NOW).waitingNoLonger();
        MethodRegistered registered = new MethodRegistered(flow, UUID.randomUUID(), MethodKind.EMAIL, NOW);

        assertThat(AdditionSteps.after(again.asked(request, NOW), first, registered, CLIENT))
                .matches(one -> one.stage() == Stage.ADDED && one.pending() == null);
        assertThat(AdditionSteps.after(again, first, new RequestRefused(flow, Refusal.EXPIRED, null), CLIENT))
                .matches(one -> one.stage() == Stage.PROVING && one.awaited().isEmpty());
    }

    @Test
    void survivesTheCookie() throws Exception {
        Addition full = after(mail, challenge(MethodKind.EMAIL, null)).asked(request, NOW);

        assertThat(ContractJson.read(ContractJson.write(full), Addition.class)).isEqualTo(full);
    }

    private Addition begun(MethodKind kind) {
        return Addition.begun(UUID.randomUUID(), flow, "secret", Errand.add(kind, null, false), kind, null);
    }

    private Addition after(Addition addition, io.sspr.contract.reply.Reply reply) {
        return AdditionSteps.after(addition.asked(request, NOW), request, reply, CLIENT);
    }

    private ChallengeReady challenge(MethodKind kind, @Nullable Sealed enrolment) {
        return new ChallengeReady(flow, kind, kind.digits(), NOW.plusSeconds(600), null, enrolment);
    }

    private Sealed sealed(Addition addition, MessageType type, byte[] content) throws Exception {
        String key = addition.key();
        if (key == null) throw new AssertionError("no key");
        ECKey recipient = ECKey.parse(ReplyKey.kept(key).publicJwk());
        return Sealer.to(recipient).seal(content, new SealContext(CLIENT, type.wireName(), request, flow), NOW);
    }
}
