package io.sspr.reset.flow;

import static io.sspr.reset.flow.AReset.JANE;
import static io.sspr.reset.flow.AReset.KNOWN;
import static io.sspr.reset.flow.AReset.NOON;
import static io.sspr.reset.flow.AReset.PHC;
import static io.sspr.reset.flow.AReset.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.policy.CharacterSet;
import io.sspr.contract.policy.PasswordChecks;
import io.sspr.contract.state.Policy;
import io.sspr.reset.credential.NewPassword;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No change of the rules between the authorisation and the new password lets one pass that breaks those in force. */
class PasswordsWithinTheRulesTests {

    private static final int TRIES = 5_000;
    private static final String CHARACTERS = "abcxyzABCXYZ0189!#-_ éčž🔑\u0301\u0007";

    private final ResetDecider decider = new ResetDecider();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void holdsForEveryPasswordAndEveryPolicy(long seed) {
        Random random = new Random(seed);
        int set = 0;
        for (int i = 0; i < TRIES; i++) {
            String typed = typed(random);
            Policy inForce = policy(random);
            Gate gate = new Gate(UUID.randomUUID(), UUID.randomUUID(), MethodKind.EMAIL, false);
            Reset reset = new Reset.Authorised(
                    AReset.beginning(KNOWN, 1), Progress.none(NOON).withGate(gate, NOON));
            ResetDecision decision = decider.set(
                    reset,
                    SECRET.text(),
                    new NewPassword(typed, 0, false, PHC),
                    null,
                    JANE,
                    AReset.under(inForce),
                    NOON.plusSeconds(1));
            if (!(decision instanceof ResetDecision.Goes goes) || goes.credential() == null) continue;
            set++;
            assertThat(isWithin(typed, inForce)).as(typed + " under " + inForce).isTrue();
        }
        assertThat(set).isPositive();
    }

    /** Worked out here from the documents, not by the code that decides. */
    private static boolean isWithin(String typed, Policy policy) {
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
        int points = composed.codePointCount(0, composed.length());
        PasswordRules lengths = policy.passwordRules();
        PasswordChecks checks = policy.passwordChecks();
        boolean ascii = typed.chars().allMatch(one -> one >= ' ' && one <= '~');
        IntPredicate lower = one -> one >= 'a' && one <= 'z';
        IntPredicate upper = one -> one >= 'A' && one <= 'Z';
        IntPredicate digit = one -> one >= '0' && one <= '9';
        IntPredicate symbol = lower.or(upper).or(digit).negate();
        long classes = List.of(lower, upper, digit, symbol).stream()
                .filter(kind -> composed.codePoints().anyMatch(kind))
                .count();
        return points >= lengths.minimumLength()
                && points <= lengths.maximumLength()
                && typed.indexOf('\u0007') < 0
                && (checks.characters() == CharacterSet.UNICODE || ascii)
                // Letters beyond ASCII are of a class of their owner's choice: only what is all ASCII is counted here.
                && (!ascii || classes >= checks.classes());
    }

    private static String typed(Random random) {
        int[] points = CHARACTERS.codePoints().toArray();
        StringBuilder typed = new StringBuilder();
        int length = random.nextInt(40);
        int letters = 1 + random.nextInt(points.length);
        for (int i = 0; i < length; i++) typed.appendCodePoint(points[random.nextInt(letters)]);
        return typed.toString();
    }

    private static Policy policy(Random random) {
        int minimum = 8 + random.nextInt(20);
        Policy like = AReset.policy(1, MethodKind.EMAIL, MethodKind.AUTHENTICATOR_APP);
        PasswordChecks checks = like.passwordChecks();
        return new Policy(
                1,
                1,
                like.kinds(),
                like.disclosure(),
                new PasswordRules(minimum, minimum + random.nextInt(20)),
                like.methodRules(),
                like.scope(),
                like.administrators(),
                like.signIn(),
                like.registration(),
                like.stopped(),
                new PasswordChecks(
                        8,
                        random.nextInt(5),
                        random.nextBoolean() ? CharacterSet.ASCII : CharacterSet.UNICODE,
                        true,
                        0,
                        0,
                        checks.words(),
                        checks.breaches()),
                like.limits(),
                like.afterReset(),
                like.notices(),
                like.help());
    }
}
