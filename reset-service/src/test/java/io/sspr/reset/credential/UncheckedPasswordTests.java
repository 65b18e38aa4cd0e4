package io.sspr.reset.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Disclosure;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.PasswordRule;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.event.Cause;
import io.sspr.contract.policy.BreachRules;
import io.sspr.contract.policy.PasswordChecks;
import io.sspr.contract.state.Policy;
import io.sspr.reset.breached.Breach;
import io.sspr.reset.hashing.Phc;
import io.sspr.reset.password.Demands;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a password when a list of breached ones cannot be asked: the policy says, and an event tells. */
class UncheckedPasswordTests {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Phc PHC = Phc.read("$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$"
                    + "aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g")
            .orElseThrow();

    private final BreachRules open = new BreachRules(true, false, false);
    private final BreachRules closed = new BreachRules(true, false, true);

    @Test
    void isLetPassAndToldWhereThePolicyFailsOpen() {
        NewPassword wanted = wanted(Breach.UNCHECKED);
        assertThat(wanted.broken(demands(open), null)).isEmpty();
        assertThat(wanted.isUnchecked(demands(open))).isTrue();
        Credential credential = Credential.after(null, new UUID(0, 1), PHC, NOON);
        assertThat(credential.told(Cause.RESET, new UUID(0, 2), true).unchecked())
                .isTrue();
        assertThat(credential.told(Cause.RESET, new UUID(0, 2), false).unchecked())
                .isNull();
    }

    @Test
    void isRefusedWhereThePolicyFailsClosed() {
        assertThat(wanted(Breach.UNCHECKED).broken(demands(closed), null)).containsExactly(PasswordRule.UNCHECKABLE);
    }

    @Test
    void isNoMatterWhereNoListIsAsked() {
        assertThat(wanted(Breach.UNCHECKED).isUnchecked(demands(BreachRules.NONE)))
                .isFalse();
    }

    @Test
    void isRefusedWhereItIsKnown() {
        assertThat(wanted(Breach.KNOWN).broken(demands(open), null)).containsExactly(PasswordRule.BREACHED);
        assertThat(wanted(Breach.KNOWN).isUnchecked(demands(open))).isFalse();
    }

    private static NewPassword wanted(Breach breach) {
        return new NewPassword(
                "vqzhkwtm and some more",
                1,
                false,
                new LookedUp(0, 0, new BreachRules(true, false, false), breach),
                PHC);
    }

    private static Demands demands(BreachRules breaches) {
        Policy like = new Policy(
                1,
                1,
                List.of(MethodKind.EMAIL),
                Disclosure.STRICT,
                new PasswordRules(15, 256),
                new MethodRules(0, false));
        PasswordChecks checks = like.passwordChecks();
        return Demands.onReset(
                new Policy(
                        1,
                        1,
                        like.kinds(),
                        like.disclosure(),
                        like.passwordRules(),
                        like.methodRules(),
                        like.scope(),
                        like.administrators(),
                        like.signIn(),
                        like.registration(),
                        like.stopped(),
                        new PasswordChecks(
                                checks.minimumLengthBesideFactor(),
                                checks.classes(),
                                checks.characters(),
                                checks.refusesCurrent(),
                                checks.historyOnChange(),
                                checks.historyOnReset(),
                                checks.words(),
                                breaches),
                        like.limits(),
                        like.afterReset(),
                        like.notices(),
                        like.help()),
                false);
    }
}
