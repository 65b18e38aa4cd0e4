package io.sspr.reset.eligibility;

import static io.sspr.contract.MethodKind.AUTHENTICATOR_APP;
import static io.sspr.contract.MethodKind.EMAIL;
import static io.sspr.contract.MethodKind.RECOVERY_CODE;
import static io.sspr.contract.MethodKind.SMS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Disclosure;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.policy.Terms;
import io.sspr.contract.state.MethodStatus;
import io.sspr.contract.state.Policy;
import io.sspr.reset.APolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PersonTests {

    private static final Policy ONE = new Policy(
            1,
            1,
            List.of(EMAIL, SMS, AUTHENTICATOR_APP),
            Disclosure.STRICT,
            new PasswordRules(15, 256),
            new MethodRules(72, false));
    private static final Policy TWO = APolicy.like(ONE).gates(2).policy();

    private boolean known = true;
    private boolean administrator;
    private boolean elsewhere;
    private Set<String> groups = Set.of();
    private final List<HeldMethod> methods = new ArrayList<>();
    private boolean frozen;
    private boolean granted;

    @Nested
    @DisplayName("T6")
    class Gates {

        @Test
        @DisplayName("T6: 0 usable methods, 1 required: SSPR_0014")
        void nothingRegistered() {
            assertThat(code(ONE)).contains("SSPR_0014");
            assertThat(reason(ONE)).contains(Ineligibility.NOT_REGISTERED);
        }

        @Test
        @DisplayName("T6: 1 or more, 1 required: able")
        void oneOfOne() {
            have(EMAIL);
            assertThat(reason(ONE)).isEmpty();
            have(SMS);
            assertThat(reason(ONE)).isEmpty();
        }

        @Test
        @DisplayName("T6: 1, 2 required: unable, SSPR_0014")
        void oneOfTwo() {
            have(EMAIL);
            assertThat(code(TWO)).contains("SSPR_0014");
            assertThat(reason(TWO)).contains(Ineligibility.TOO_FEW_METHODS);
        }

        @Test
        void recoveryCodesThatAreUsedUpCountForNothingAndAreNotShownWhereThatIsTold() {
            Policy codes =
                    APolicy.like(TWO).kinds(EMAIL, RECOVERY_CODE).helpful().policy();
            have(EMAIL);
            methods.add(new HeldMethod(RECOVERY_CODE, MethodStatus.VERIFIED, true));
            assertThat(reason(codes)).contains(Ineligibility.TOO_FEW_METHODS);
            assertThat(person().shown(codes).kinds()).containsExactly(EMAIL);
            methods.remove(0);
            assertThat(reason(codes)).contains(Ineligibility.NOTHING_USABLE);
            have(EMAIL);
            have(RECOVERY_CODE);
            assertThat(reason(codes)).isEmpty();
        }

        @Test
        @DisplayName("T6: 2 or more, 2 required: able")
        void twoOfTwo() {
            have(EMAIL);
            have(SMS);
            assertThat(reason(TWO)).isEmpty();
            have(AUTHENTICATOR_APP);
            assertThat(reason(TWO)).isEmpty();
        }

        @Test
        @DisplayName("T6: 2 registered, 1 of them now disabled by policy, 2 required: unable")
        void oneOfThemDisabled() {
            have(EMAIL);
            have(SMS);
            assertThat(reason(APolicy.like(TWO).kinds(EMAIL, AUTHENTICATOR_APP).policy()))
                    .contains(Ineligibility.TOO_FEW_METHODS);
            assertThat(reason(APolicy.like(TWO).stopped(false, SMS).policy())).contains(Ineligibility.TOO_FEW_METHODS);
        }

        @Test
        @DisplayName("T6: two different methods, 2 required: able; two of one kind are not different")
        void twoDifferentOnes() {
            have(SMS);
            have(SMS);
            assertThat(reason(TWO)).contains(Ineligibility.TOO_FEW_METHODS);
            have(EMAIL);
            assertThat(reason(TWO)).isEmpty();
        }

        @Test
        @DisplayName("T6: administrator: kinds that do not count for administrators do not count, and it takes 2 gates")
        void administrators() {
            Policy policy = APolicy.like(ONE)
                    .administrators(true, 2, EMAIL, AUTHENTICATOR_APP)
                    .policy();
            have(EMAIL);
            have(SMS);
            assertThat(reason(policy)).isEmpty();
            administrator = true;
            assertThat(reason(policy)).contains(Ineligibility.TOO_FEW_METHODS);
            have(AUTHENTICATOR_APP);
            assertThat(reason(policy)).isEmpty();
            assertThat(person().terms(policy)).isEqualTo(new Terms(null, 2, List.of(EMAIL, AUTHENTICATOR_APP)));
        }
    }

    @Nested
    @DisplayName("T13")
    class Scopes {

        @Test
        @DisplayName("T13: user in a group nested in the selected group: enabled")
        void nested() {
            have(EMAIL);
            groups = Set.of("team", "staff");
            assertThat(reason(APolicy.like(ONE).forGroup("staff").policy())).isEmpty();
        }

        @Test
        @DisplayName("T13: scope None, plain user: SSPR_0009")
        void none() {
            have(EMAIL);
            assertThat(code(APolicy.like(ONE).forNobody().policy())).contains("SSPR_0009");
        }

        @Test
        @DisplayName("T13: scope Selected, user outside: SSPR_0013")
        void outside() {
            have(EMAIL);
            groups = Set.of("guests");
            assertThat(code(APolicy.like(ONE).forGroup("staff").policy())).contains("SSPR_0013");
        }

        @Test
        @DisplayName("T13: administrator who may not although in user scope: SSPR_0009")
        void administrators() {
            have(EMAIL);
            administrator = true;
            groups = Set.of("staff");
            Policy policy = APolicy.like(ONE)
                    .forGroup("staff")
                    .administrators(false, 2, EMAIL)
                    .policy();
            assertThat(code(policy)).contains("SSPR_0009");
            assertThat(reason(policy)).contains(Ineligibility.ADMINISTRATORS_EXCLUDED);
        }

        @Test
        void whoIsInAnExcludedGroupIsOutWhateverElse() {
            have(EMAIL);
            groups = Set.of("staff", "board");
            assertThat(reason(APolicy.like(ONE)
                            .forGroup("staff")
                            .butNotFor("board")
                            .policy()))
                    .contains(Ineligibility.EXCLUDED);
        }
    }

    @Test
    void whatComesFirstIsTheReason() {
        administrator = true;
        elsewhere = true;
        frozen = true;
        Policy policy = APolicy.like(ONE)
                .forGroup("staff")
                .administrators(false, 1, EMAIL)
                .policy();

        assertThat(reason(APolicy.like(policy).forNobody().policy())).contains(Ineligibility.RESET_DISABLED);
        assertThat(reason(policy)).contains(Ineligibility.NOT_IN_SCOPE);
        groups = Set.of("staff");
        assertThat(reason(policy)).contains(Ineligibility.ADMINISTRATORS_EXCLUDED);
        administrator = false;
        assertThat(code(policy)).contains("SSPR_0010");
        elsewhere = false;
        assertThat(reason(policy)).contains(Ineligibility.FROZEN);
        frozen = false;
        assertThat(reason(policy)).contains(Ineligibility.NOT_REGISTERED);
    }

    @Test
    void whatDoesNotCountIsToldByWhatItWants() {
        have(EMAIL, MethodStatus.QUARANTINED);
        assertThat(reason(ONE)).contains(Ineligibility.TOO_NEW);
        methods.clear();
        have(EMAIL, MethodStatus.IMPORTED);
        assertThat(reason(ONE)).contains(Ineligibility.NOT_PROVEN);
        assertThat(reason(APolicy.like(ONE).importedCount().policy())).isEmpty();
        methods.clear();
        have(EMAIL, MethodStatus.LOCKED);
        assertThat(reason(ONE)).contains(Ineligibility.NOTHING_USABLE);
        methods.clear();
        have(RECOVERY_CODE);
        assertThat(reason(ONE)).contains(Ineligibility.NOTHING_USABLE);
    }

    @Test
    void whoAnAdministratorLetsResetCan() {
        granted = true;
        frozen = true;
        elsewhere = true;

        assertThat(reason(APolicy.like(ONE).forNobody().policy())).isEmpty();
        assertThat(person().terms(ONE).outside()).isEqualTo(Ineligibility.PASSWORD_ELSEWHERE);
    }

    @Test
    void nobodyKnownIsAnybody() {
        known = false;
        Policy selected = APolicy.like(ONE).forGroup("staff").policy();

        assertThat(reason(selected)).isEmpty();
        assertThat(person().terms(selected)).isEqualTo(Terms.ofAnybody(selected));
        assertThat(reason(APolicy.like(ONE).forNobody().policy())).contains(Ineligibility.RESET_DISABLED);
    }

    @Test
    void inStrictDisclosureEverybodyIsShownWhatAnybodyIs() {
        Policy policy = APolicy.like(Presets.safe())
                .forGroup("staff")
                .administrators(true, 2, EMAIL)
                .policy();
        List<Person> people = new ArrayList<>();
        people.add(person());
        have(EMAIL);
        administrator = true;
        people.add(person());
        groups = Set.of("staff");
        people.add(person());

        assertThat(people).extracting(person -> person.shown(policy)).containsOnly(Terms.ofAnybody(policy));
    }

    @Test
    void inHelpfulDisclosureOnlyWhatOneHasIsShown() {
        have(EMAIL);
        have(RECOVERY_CODE);
        have(SMS, MethodStatus.LOCKED);

        assertThat(person().shown(APolicy.like(ONE).helpful().policy()).kinds()).containsExactly(EMAIL);
    }

    @Test
    @DisplayName("PWD-01: the password is never all where the policy asks for a second factor and the person has one")
    void besideASecondFactor() {
        Policy asks = APolicy.like(ONE).secondFactor(AUTHENTICATOR_APP).policy();
        have(EMAIL);
        have(AUTHENTICATOR_APP, MethodStatus.QUARANTINED);
        assertThat(person().hasSecondFactor(asks)).isFalse();
        have(AUTHENTICATOR_APP);
        assertThat(person().hasSecondFactor(asks)).isTrue();
        assertThat(person().hasSecondFactor(ONE)).isFalse();
    }

    @Test
    @DisplayName("PWD-01: a stopped kind is no second factor, so the password is to be a long one")
    void aStoppedKindIsNoSecondFactor() {
        Policy asks = APolicy.like(ONE).secondFactor(AUTHENTICATOR_APP, SMS).policy();
        have(SMS);
        assertThat(person().hasSecondFactor(asks)).isTrue();
        Policy stopped = APolicy.like(asks).stopped(false, SMS).policy();
        assertThat(person().hasSecondFactor(stopped)).isFalse();
        have(AUTHENTICATOR_APP);
        assertThat(person().hasSecondFactor(stopped)).isTrue();
    }

    private void have(MethodKind kind) {
        have(kind, MethodStatus.VERIFIED);
    }

    private void have(MethodKind kind, MethodStatus status) {
        methods.add(new HeldMethod(kind, status));
    }

    private Optional<Ineligibility> reason(Policy policy) {
        return person().ineligibility(policy);
    }

    private Optional<String> code(Policy policy) {
        return reason(policy).flatMap(Ineligibility::entraCode);
    }

    private Person person() {
        return new Person(known, administrator, elsewhere, groups, List.copyOf(methods), frozen, granted);
    }
}
