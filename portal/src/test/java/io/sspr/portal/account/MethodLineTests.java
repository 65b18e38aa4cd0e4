package io.sspr.portal.account;

import static io.sspr.contract.MethodKind.AUTHENTICATOR_APP;
import static io.sspr.contract.MethodKind.EMAIL;
import static io.sspr.contract.MethodKind.RECOVERY_CODE;
import static io.sspr.contract.state.MethodStatus.IMPORTED;
import static io.sspr.contract.state.MethodStatus.LOCKED;
import static io.sspr.contract.state.MethodStatus.QUARANTINED;
import static io.sspr.contract.state.MethodStatus.VERIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.secret.MethodView;
import io.sspr.contract.state.MethodStatus;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MethodLineTests {

    @Test
    void letsOnlyAddressesBeChangedAndOnlyOwnOnesRemoved() {
        assertThat(line(view(EMAIL, VERIFIED, true, 0)))
                .matches(MethodLine::canChange)
                .matches(MethodLine::canRemove);
        assertThat(line(view(AUTHENTICATOR_APP, VERIFIED, true, 0)))
                .matches(line -> !line.canChange())
                .matches(MethodLine::canRemove);
        assertThat(line(view(EMAIL, IMPORTED, true, 0)))
                .matches(line -> !line.canChange() && !line.canRemove())
                .matches(MethodLine::canProve);
        assertThat(line(view(EMAIL, LOCKED, false, 0)))
                .matches(line -> !line.canChange())
                .matches(line -> line.canRemove() && line.canProve());
    }

    @Test
    void offersNothingThatTheRulesStop() {
        Look.Seen stopped = new Look.Seen(
                List.of(view(EMAIL, VERIFIED, true, 0), view(EMAIL, IMPORTED, true, 0)), List.of(RECOVERY_CODE));

        assertThat(MethodLine.of(stopped)).noneMatch(MethodLine::canChange).noneMatch(MethodLine::canProve);
        // What is there can go.
        assertThat(MethodLine.of(stopped).get(0).canRemove()).isTrue();
    }

    private static Look.Seen seen(MethodView... views) {
        return new Look.Seen(List.of(views), List.of(MethodKind.values()));
    }

    @Test
    void offersADefaultWhereThereIsAChoice() {
        MethodView first = view(EMAIL, VERIFIED, true, 0);
        MethodView second = view(EMAIL, VERIFIED, false, 0);
        MethodView waiting = view(EMAIL, QUARANTINED, false, 0);

        List<MethodLine> lines = MethodLine.of(seen(first, second, waiting));
        assertThat(lines).extracting(MethodLine::isDefault).containsExactly(true, false, false);
        assertThat(lines).extracting(MethodLine::canPrefer).containsExactly(false, true, false);
        assertThat(line(first).isDefault()).isFalse();
    }

    @Test
    void saysWhatEachCountsFor() {
        assertThat(line(view(EMAIL, VERIFIED, true, 0)).servesWord()).isEqualTo("yes");
        assertThat(line(view(EMAIL, IMPORTED, true, 0)).servesWord()).isEqualTo("imported");
        assertThat(line(view(EMAIL, IMPORTED, false, 0)).servesWord()).isEqualTo("IMPORTED");
        assertThat(line(view(EMAIL, QUARANTINED, false, 0)).servesWord()).isEqualTo("QUARANTINED");
        assertThat(line(view(RECOVERY_CODE, VERIFIED, true, 0)).servesWord()).isEqualTo("EMPTY");
        assertThat(line(view(RECOVERY_CODE, VERIFIED, true, 2)))
                .matches(line ->
                        line.badge().equals("warning") && line.servesWord().equals("yes"));
    }

    @Test
    void countsTheKindsThatAreLeft() {
        MethodView mail = view(EMAIL, VERIFIED, true, 0);
        MethodView otherMail = view(EMAIL, VERIFIED, false, 0);
        MethodView app = view(AUTHENTICATOR_APP, VERIFIED, true, 0);
        MethodView locked = view(RECOVERY_CODE, LOCKED, false, 3);

        assertThat(MethodLine.kindsWithout(List.of(mail, otherMail, app, locked), mail.methodId()))
                .isEqualTo(2);
        assertThat(MethodLine.kindsWithout(List.of(mail, app, locked), mail.methodId()))
                .isEqualTo(1);
        assertThat(MethodLine.kindsWithout(List.of(mail, locked), mail.methodId()))
                .isZero();
    }

    private static MethodLine line(MethodView view) {
        return MethodLine.of(seen(view)).get(0);
    }

    private static MethodView view(MethodKind kind, MethodStatus status, boolean preferred, int codesLeft) {
        return new MethodView(UUID.randomUUID(), kind, status, "a…a@example.org", preferred, null, codesLeft);
    }
}
