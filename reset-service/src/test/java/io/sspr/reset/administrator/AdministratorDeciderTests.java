package io.sspr.reset.administrator;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Refusal;
import io.sspr.reset.account.Asker;
import io.sspr.reset.administrator.AdministratorDecider.Standing;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdministratorDeciderTests {

    private static final UUID SELF = new UUID(0, 1);
    private static final Asker JANE = new Asker(new UUID(0, 2), true);
    private static final Asker NOBODY = new Asker(new UUID(0, 3), false);
    private static final Standing ADMINISTRATOR = new Standing(SELF, true, false);

    @Test
    void anAdministratorMay() {
        assertThat(AdministratorDecider.refusal(ADMINISTRATOR, JANE)).isEmpty();
        assertThat(AdministratorDecider.refusalToStart(ADMINISTRATOR, JANE)).isEmpty();
    }

    @Test
    void whoIsNoneLearnsNothingOfLogins() {
        Standing person = new Standing(SELF, false, false);

        assertThat(AdministratorDecider.refusal(person, JANE))
                .isEqualTo(AdministratorDecider.refusal(person, NOBODY))
                .contains(Refusal.NOT_ADMINISTRATOR);
    }

    @Test
    void whoIsDeniedByTheirOwnerMayNothingEither() {
        assertThat(AdministratorDecider.refusal(new Standing(SELF, true, true), JANE))
                .contains(Refusal.FROZEN);
    }

    @Test
    void anUnknownLoginIsNobody() {
        assertThat(AdministratorDecider.refusal(ADMINISTRATOR, NOBODY)).contains(Refusal.UNKNOWN_ACCOUNT);
    }

    @Test
    void nobodyStartsAResetOfTheirOwn() {
        Asker self = new Asker(SELF, true);

        assertThat(AdministratorDecider.refusalToStart(ADMINISTRATOR, self)).contains(Refusal.OUT_OF_ORDER);
        assertThat(AdministratorDecider.refusal(ADMINISTRATOR, self)).isEmpty();
    }
}
