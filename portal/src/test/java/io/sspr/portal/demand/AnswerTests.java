package io.sspr.portal.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.policy.RegistrationReason;
import io.sspr.contract.reply.MethodsConfirmed;
import io.sspr.contract.reply.NothingToDo;
import io.sspr.contract.reply.RegistrationRequired;
import io.sspr.contract.reply.RegistrationSkipped;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import io.sspr.portal.demand.Welcome.Demand;
import io.sspr.portal.session.Place;
import io.sspr.portal.web.Trouble;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnswerTests {

    private static final UUID ACCOUNT = new UUID(1, 1);
    private static final RegistrationRequired REQUIRED = new RegistrationRequired(
            ACCOUNT,
            List.of(RegistrationReason.RESET_NEEDS_MORE),
            List.of(MethodKind.AUTHENTICATOR_APP),
            List.of(MethodKind.EMAIL),
            true,
            2,
            null);

    private final Welcome arrived = Welcome.of(ACCOUNT, Place.PASSWORD);
    private final Welcome asked = arrived.demanded(Demand.of(REQUIRED));

    @Test
    void keepsNobodyWhoHasNothingToDo() {
        assertThat(Answer.of(arrived, new NothingToDo()).over()).isTrue();
        assertThat(Answer.of(asked, new RegistrationSkipped(1, null)).over()).isTrue();
        assertThat(Answer.of(asked, new MethodsConfirmed(null)).over()).isTrue();
    }

    @Test
    void tellsWhatIsToBeRegistered() {
        Answer answer = Answer.of(arrived, REQUIRED);

        assertThat(answer.over()).isFalse();
        assertThat(answer.welcome().demand()).isEqualTo(Demand.of(REQUIRED));
        assertThat(answer.welcome().next()).isEqualTo(Place.PASSWORD);
    }

    @Test
    void asksNothingOfOneAccountThatIsAskedOfAnother() {
        Welcome other = Welcome.of(new UUID(2, 2), Place.ACCOUNT);

        assertThat(Answer.of(other, REQUIRED).over()).isTrue();
        assertThat(Answer.of(other, REQUIRED).welcome().demand()).isNull();
    }

    @Test
    void keepsNobodyFromTheirAccountBecauseNobodyCanSay() {
        assertThat(Answer.of(arrived, new RequestExpired(null)).over()).isTrue();
        assertThat(Answer.of(arrived, new RequestRefused(null, Refusal.NOT_ALLOWED_FOR_CLIENT, null))
                        .over())
                .isTrue();
    }

    @Test
    void saysWhyItCannotBePutOff() {
        Answer answer = Answer.of(asked, new RequestRefused(null, Refusal.NO_SKIPS_LEFT, null));

        assertThat(answer.over()).isFalse();
        assertThat(Objects.requireNonNull(answer.welcome().trouble()).refusal()).isEqualTo(Refusal.NO_SKIPS_LEFT);
        assertThat(Objects.requireNonNull(Answer.of(asked, new RequestExpired(null))
                                .welcome()
                                .trouble())
                        .cause())
                .isEqualTo(Trouble.Cause.LATE);
    }

    @Test
    void knowsALookFromARegistration() {
        Demand look = new Demand(List.of(RegistrationReason.RECONFIRMATION), List.of(), List.of(), false, null, null);
        Demand both = new Demand(
                List.of(RegistrationReason.RESET_NEEDS_MORE, RegistrationReason.RECONFIRMATION),
                List.of(MethodKind.EMAIL),
                List.of(),
                false,
                null,
                null);

        assertThat(look.isOnlyToLook()).isTrue();
        assertThat(both.isOnlyToLook()).isFalse();
        assertThat(both.isToLook()).isTrue();
        assertThat(Demand.of(REQUIRED).isToLook()).isFalse();
    }
}
