package io.sspr.registration.provision;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.MethodImported;
import io.sspr.contract.event.MethodRemoved;
import io.sspr.contract.event.Removal;
import io.sspr.contract.reply.AccountProvisioned;
import io.sspr.contract.secret.ContactAddress;
import io.sspr.contract.secret.ImportedMethod;
import io.sspr.contract.state.Method;
import io.sspr.contract.state.MethodStatus;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that the organisation has on file (vectors T10). */
class ImportedMethodsTests {

    private static final Rig RIG = new Rig(Rig.policy(24, true));
    private static final People STRICT = new People(new Rig(true));

    private final People people = new People(RIG);
    private final UUID account = people.provision();

    @Test
    void areToldOfWithTheirAddressesSealed() {
        Outcome outcome = mails("ana@example.org");
        assertThat(outcome.only(MethodImported.class).kind()).isEqualTo(MethodKind.EMAIL);
        Method state = outcome.only(Method.class);
        assertThat(state.status()).isEqualTo(MethodStatus.IMPORTED);
        assertThat(People.openForNotification(
                        state.address(), MessageType.METHOD, outcome.idOf(Method.class), ContactAddress.class))
                .isEqualTo(new ContactAddress("ana@example.org"));
        assertThat(outcome.reply(AccountProvisioned.class).created()).isFalse();
    }

    @Test
    void changeNothingWhenTheSameListComesAgain() {
        mails("x@example.org", "y@example.org");
        assertThat(mails("x@example.org", "y@example.org").told()).hasSize(1);
    }

    @Test
    void areRemovedWhenTheListDoesNotNameThemAnyMore() {
        mails("x@example.org", "y@example.org");
        Outcome outcome = mails("y@example.org", "z@example.org");
        assertThat(outcome.only(MethodRemoved.class).cause()).isEqualTo(Removal.PROVISIONING);
        assertThat(outcome.only(MethodImported.class)).isNotNull();
        assertThat(sentTo(MethodKind.EMAIL)).isEqualTo("y@example.org");
    }

    @Test
    void stayAsTheyAreWhenThereIsNoList() {
        mails("x@example.org");
        Outcome outcome = people.importing(account, null);
        assertThat(outcome.told()).hasSize(1);
        assertThat(sentTo(MethodKind.EMAIL)).isEqualTo("x@example.org");
    }

    @Test
    void areUsedFromTheFirstOnInTheOrderOfTheList() {
        mails("x@example.org", "y@example.org");
        assertThat(sentTo(MethodKind.EMAIL)).isEqualTo("x@example.org");
        mails("y@example.org", "x@example.org");
        assertThat(sentTo(MethodKind.EMAIL)).isEqualTo("y@example.org");
    }

    @Test
    void areToldOfWithTheirPlacesAndAgainWhenTheseChange() {
        assertThat(ranks(mails("x@example.org", "y@example.org"))).containsExactly(1, 2);
        Outcome turned = mails("y@example.org", "x@example.org");
        assertThat(ranks(turned)).containsExactly(1, 2);
        assertThat(turned.events()).isEmpty();
    }

    private static List<@Nullable Integer> ranks(Outcome outcome) {
        return outcome.states().stream()
                .<@Nullable Integer>map(state -> ((Method) state).importRank())
                .toList();
    }

    @Test
    void areNotUsedWhereThePersonHasRegisteredOneOfTheKind() {
        sms("+38640123457");
        assertThat(sentTo(MethodKind.SMS)).isEqualTo("+38640123457");
        people.withSms(account, "+38640123456");
        assertThat(sentTo(MethodKind.SMS)).isEqualTo("+38640123456");
    }

    @Test
    void proveForAResetOnlyWherePolicySaysSo() {
        mails("x@example.org");
        Flow flow = Flow.begin();
        String code =
                People.letter(people.start(account, MethodKind.EMAIL, flow)).code();
        assertThat(people.prove(flow, code).only(CodeVerified.class)).isNotNull();
        assertThat(People.letter(STRICT.start(account, MethodKind.EMAIL, Flow.begin()))
                        .address())
                .isNull();
    }

    @Test
    void areWrittenAsRegisteredOnesAre() {
        sms("+386 (0)40-123-457");
        assertThat(sentTo(MethodKind.SMS)).isEqualTo("+38640123457");
    }

    @Test
    void leaveWhatThePersonHasRegisteredAsItIs() {
        UUID own = people.withEmail(account, "ana@example.org");
        assertThat(mails("ANA@example.org").told()).hasSize(1);
        Flow flow = Flow.begin();
        String code =
                People.letter(people.start(account, MethodKind.EMAIL, flow)).code();
        assertThat(people.prove(flow, code).only(CodeVerified.class).methodId()).isEqualTo(own);
        assertThat(mails().told()).hasSize(1);
    }

    @Test
    void becomeThePersonsOwnWhenTheyProveThem() {
        mails("ana@example.org");
        Flow flow = Flow.begin();
        Outcome begun = people.registerEmail(account, flow, "ana@example.org");
        Outcome proven = people.prove(flow, People.letter(begun).code());
        assertThat(proven.states())
                .extracting(state -> ((Method) state).status())
                .containsExactly(MethodStatus.REMOVED, MethodStatus.VERIFIED);
        assertThat(mails("ana@example.org").told()).hasSize(1);
    }

    @Test
    void countOnceHoweverOftenTheListNamesThem() {
        assertThat(mails("ana@example.org", "ANA@EXAMPLE.org").only(MethodImported.class))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ana", "ana@example.org,eve@evil.example", "ana@example.org\r\nBcc: eve@evil.example"})
    void refuseTheRequestWithAnAddressThatIsNone(String address) {
        Outcome outcome = mails("good@example.org", address);
        assertThat(outcome.refusal()).isEqualTo(Refusal.ADDRESS_INVALID);
        assertThat(sentTo(MethodKind.EMAIL)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTHENTICATOR_APP", "RECOVERY_CODE", "ADMINISTRATOR_CODE"})
    void refuseTheRequestWithAKindThatReachesNobody(MethodKind kind) {
        assertThat(people.importing(account, List.of(new ImportedMethod(kind, "ana@example.org")))
                        .refusal())
                .isEqualTo(Refusal.MALFORMED);
    }

    @Test
    void refuseTheRequestWithMoreThanTenOfThem() {
        String[] many = new String[11];
        for (int i = 0; i < many.length; i++) many[i] = "ana" + i + "@example.org";
        assertThat(mails(many).refusal()).isEqualTo(Refusal.MALFORMED);
    }

    private Outcome mails(String... addresses) {
        return people.importing(
                account,
                Stream.of(addresses)
                        .map(address -> new ImportedMethod(MethodKind.EMAIL, address))
                        .toList());
    }

    private Outcome sms(String number) {
        return people.importing(account, List.of(new ImportedMethod(MethodKind.SMS, number)));
    }

    private @Nullable String sentTo(MethodKind kind) {
        return People.letter(people.start(account, kind, Flow.begin())).address();
    }
}
