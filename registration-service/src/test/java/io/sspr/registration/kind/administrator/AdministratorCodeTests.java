package io.sspr.registration.kind.administrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.AdministratorCodeIssued;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.internal.DeliverCode;
import io.sspr.contract.reply.ProofRejected;
import io.sspr.contract.secret.ImportedMethod;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdministratorCodeTests {

    private static final Rig RIG = new Rig(true);
    private static final Duration LONG = Duration.ofDays(7);

    private final People people = new People(RIG);
    private final UUID account = people.provision();
    private final Flow flow = Flow.begin();

    @Test
    void goesToAVerifiedAddressAndProvesForAResetOnce() {
        people.withEmail(account, "ana@example.org");
        Outcome issued = issue(LONG);
        Instant end = RIG.now().plus(Duration.ofHours(24));
        DeliverCode delivery = issued.only(DeliverCode.class);
        assertThat(delivery.purpose()).isEqualTo(Purpose.ADMINISTRATOR_RESET);
        assertThat(delivery.kind()).isEqualTo(MethodKind.EMAIL);
        assertThat(delivery.expiresAt()).isEqualTo(end);
        assertThat(issued.only(AdministratorCodeIssued.class).sentBy()).isEqualTo(MethodKind.EMAIL);
        assertThat(issued.only(AdministratorCodeIssued.class).expiresAt()).isEqualTo(end);
        assertThat(People.letter(issued).address()).isEqualTo("ana@example.org");
        String code = People.letter(issued).code();
        assertThat(code).matches("[0-9]{8}");
        Outcome started = people.start(account, MethodKind.ADMINISTRATOR_CODE, flow);
        assertThat(started.internals()).isEmpty();
        CodeVerified verified = people.prove(flow, code).only(CodeVerified.class);
        assertThat(verified.kind()).isEqualTo(MethodKind.ADMINISTRATOR_CODE);
        assertThat(verified.purpose()).isEqualTo(Purpose.RESET);
        assertThat(rejects(code)).isTrue();
    }

    @Test
    void livesTenMinutesInATextMessageAndNeverLongerThanAskedFor() {
        people.withSms(account, "+38640123456");
        assertThat(issue(LONG).only(DeliverCode.class).expiresAt())
                .isEqualTo(RIG.now().plus(Duration.ofMinutes(10)));
        assertThat(issue(Duration.ofMinutes(3)).only(DeliverCode.class).expiresAt())
                .isEqualTo(RIG.now().plus(Duration.ofMinutes(3)));
        String code = People.letter(issue(LONG)).code();
        RIG.pass(Duration.ofMinutes(10));
        assertThat(rejects(code)).isTrue();
    }

    @Test
    void goesByMailBeforeTextMessageAndToTheChosenAddressBeforeTheOldest() {
        people.withSms(account, "+38640123456");
        people.withEmail(account, "old@example.org");
        UUID chosen = people.withEmail(account, "chosen@example.org");
        people.choose(people.signedIn(account), chosen);
        assertThat(People.letter(issue(LONG)).address()).isEqualTo("chosen@example.org");
    }

    @Test
    void takesThePlaceOfAnEarlierOne() {
        people.withEmail(account, "ana@example.org");
        String first = People.letter(issue(LONG)).code();
        people.start(account, MethodKind.ADMINISTRATOR_CODE, flow);
        String second = People.letter(issue(LONG)).code();
        assertThat(people.prove(flow, first).reply(ProofRejected.class).reason())
                .isEqualTo(Refusal.WRONG_PROOF);
        assertThat(people.prove(flow, second).reply(ProofRejected.class).reason())
                .isEqualTo(Refusal.WRONG_PROOF);
        assertThat(rejects(second)).isFalse();
    }

    @Test
    void isNotMadeWhereNoVerifiedAddressIs() {
        people.withApp(account);
        Outcome issued = issue(LONG);
        assertThat(issued.internals()).isEmpty();
        assertThat(issued.only(AdministratorCodeIssued.class).sentBy()).isNull();
    }

    @Test
    void isNotMadeForAQuarantinedOrImportedAddress() {
        people.withApp(account);
        Flow quarantined = Flow.begin();
        UUID other = people.provision();
        people.importing(other, List.of(new ImportedMethod(MethodKind.EMAIL, "imported@example.org")));
        assertThat(people.issueAdministratorCode(other, RIG.now().plus(LONG)).internals())
                .isEmpty();
        people.withEmail(other, "first@example.org");
        people.withApp(other);
        var person = people.signsIn(other);
        people.stepsUp(person, MethodKind.EMAIL);
        String code = People.letter(
                        people.register(person, MethodKind.SMS, quarantined, People.address("+38640123456")))
                .code();
        people.prove(quarantined, code);
        people.remove(
                people.signsIn(other, "otp"),
                people.shown(people.signedIn(other)).stream()
                        .filter(view -> view.kind() == MethodKind.EMAIL && "f…t@example.org".equals(view.hint()))
                        .findFirst()
                        .orElseThrow()
                        .methodId());
        assertThat(people.issueAdministratorCode(other, RIG.now().plus(LONG)).internals())
                .isEmpty();
    }

    @Test
    void goesToAnImportedAddressWherePolicyLetsThoseCount() {
        People generous = new People(new Rig(Rig.policy(24, true)));
        UUID person = generous.provision();
        generous.importing(person, List.of(new ImportedMethod(MethodKind.SMS, "+38640123456")));
        Outcome issued = generous.issueAdministratorCode(person, RIG.now().plus(LONG));
        assertThat(People.letter(issued).address()).isEqualTo("+38640123456");
    }

    @Test
    void isNotMadeForWhomNobodyKnowsOrWhenItIsTooLate() {
        assertThat(people.issueAdministratorCode(UUID.randomUUID(), RIG.now().plus(LONG))
                        .told())
                .isEmpty();
        people.withEmail(account, "ana@example.org");
        assertThat(issue(Duration.ZERO).told()).isEmpty();
    }

    @Test
    void isKeptAsAHashAndShownToNobody() {
        people.withEmail(account, "ana@example.org");
        String code = People.letter(issue(LONG)).code();
        assertThat(RIG.database()
                        .sql("SELECT to_jsonb(methods)::text FROM methods WHERE account_id = :account")
                        .param("account", account)
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains("\"" + code + "\""));
        assertThat(people.shown(people.signedIn(account)))
                .extracting(view -> view.kind())
                .containsExactly(MethodKind.EMAIL);
    }

    @Test
    void vouchesForNothingAndCannotBeChosenForAnythingElse() {
        people.withEmail(account, "ana@example.org");
        issue(LONG);
        assertThat(people.stepUp(people.signedIn(account), MethodKind.ADMINISTRATOR_CODE, flow)
                        .refusal())
                .isEqualTo(Refusal.KIND_NOT_OFFERED);
        assertThat(people.register(people.signedIn(account), MethodKind.ADMINISTRATOR_CODE, flow, People.address("x"))
                        .refusal())
                .isEqualTo(Refusal.KIND_NOT_OFFERED);
    }

    private Outcome issue(Duration life) {
        return people.issueAdministratorCode(account, RIG.now().plus(life));
    }

    private boolean rejects(String code) {
        Flow one = Flow.begin();
        people.start(account, MethodKind.ADMINISTRATOR_CODE, one);
        return people.prove(one, code).events().stream().noneMatch(CodeVerified.class::isInstance);
    }
}
