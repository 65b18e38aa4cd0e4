package io.sspr.registration.kind.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.internal.DeliverCode;
import io.sspr.registration.rig.Outcome;
import io.sspr.registration.rig.People;
import io.sspr.registration.rig.People.Flow;
import io.sspr.registration.rig.Rig;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SmsTests {

    private static final Rig RIG = new Rig(true);

    private final People people = new People(RIG);
    private final UUID account = people.provision();
    private final Flow flow = Flow.begin();

    @Test
    void sendsACodeToTheNumberAsItIsWrittenEverywhere() {
        Outcome begun = people.registerSms(account, flow, "+386 40 123 456");
        assertThat(begun.only(DeliverCode.class).kind()).isEqualTo(MethodKind.SMS);
        assertThat(People.letter(begun).address()).isEqualTo("+38640123456");
        Outcome proven = people.prove(flow, People.letter(begun).code());
        assertThat(proven.only(MethodRegistered.class).kind()).isEqualTo(MethodKind.SMS);
    }

    @Test
    void provesForAResetByACodeToThatNumber() {
        UUID sms = people.withSms(account, "+38640123456");
        Outcome started = people.start(account, MethodKind.SMS, flow);
        assertThat(People.letter(started).address()).isEqualTo("+38640123456");
        assertThat(people.prove(flow, People.letter(started).code())
                        .only(CodeVerified.class)
                        .methodId())
                .isEqualTo(sms);
    }

    @Test
    void takesNoNumberTwiceHoweverItIsTyped() {
        people.withSms(account, "+38640123456");
        assertThat(people.registerSms(account, flow, "+386 (0)40-123-456").refusal())
                .isEqualTo(Refusal.ADDRESS_TAKEN);
    }

    @Test
    void takesTwoNumbersAndNoMore() {
        people.withSms(account, "+38640123456");
        people.withSms(account, "+38640123457");
        assertThat(people.registerSms(account, flow, "+38640123458").refusal()).isEqualTo(Refusal.TOO_MANY_METHODS);
    }

    @Test
    void refusesNumbersThatCostOrAreNone() {
        for (String number : new String[] {"+386 90 1234", "040123456", "ana@example.org"})
            assertThat(people.registerSms(account, flow, number).refusal()).isEqualTo(Refusal.ADDRESS_INVALID);
        assertThat(people.registerSms(account, flow, null).refusal()).isEqualTo(Refusal.ADDRESS_INVALID);
    }

    @Test
    void refusesCountriesThatAreNotOnTheList() {
        Rig slovenian = new Rig(true, Map.of("sspr.register.countries", "SI"));
        People there = new People(slovenian);
        UUID person = there.provision();
        assertThat(there.registerSms(person, flow, "+4915123456789").refusal()).isEqualTo(Refusal.ADDRESS_INVALID);
        assertThat(there.withSms(person, "+38640123456")).isNotNull();
    }
}
