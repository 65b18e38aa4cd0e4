package io.sspr.bench;

import io.sspr.contract.ContractJson;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.policy.CodeLimits;
import io.sspr.contract.policy.LimitRules;
import io.sspr.contract.policy.MessageLimits;
import io.sspr.contract.policy.PasswordChecks;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.policy.ProofLimits;
import io.sspr.contract.policy.ResetLimits;
import io.sspr.contract.state.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Preset "safe" with one gate, mail addresses that are on file counting, and no limit that a machine would meet. */
final class BenchPolicy {

    private static final int MANY = 100_000_000;

    private BenchPolicy() {}

    static void write(Path file, int history) throws IOException {
        Files.writeString(file, ContractJson.writePretty(policy(history)));
    }

    static Policy policy(int history) {
        Policy safe = Presets.safe();
        PasswordChecks checks = safe.passwordChecks();
        ResetLimits resets = safe.limits().resets();
        return new Policy(
                0,
                1,
                List.of(MethodKind.EMAIL, MethodKind.AUTHENTICATOR_APP, MethodKind.RECOVERY_CODE),
                safe.disclosure(),
                safe.passwordRules(),
                new MethodRules(0, true),
                safe.scope(),
                safe.administrators(),
                safe.signIn(),
                safe.registration(),
                safe.stopped(),
                new PasswordChecks(
                        checks.minimumLengthBesideFactor(),
                        checks.classes(),
                        checks.characters(),
                        checks.refusesCurrent(),
                        history,
                        history,
                        checks.words(),
                        checks.breaches()),
                new LimitRules(
                        new ProofLimits(5, 100, 0, 0, 100),
                        new CodeLimits(600, 900, 3, 30),
                        new ResetLimits(
                                resets.inactivitySeconds(),
                                resets.lifeSeconds(),
                                resets.choices(),
                                resets.refusals(),
                                MANY,
                                0,
                                0,
                                MANY),
                        safe.limits().signIns(),
                        new MessageLimits(MANY, MANY, MANY, MANY, MANY, MANY, MANY, MANY, MANY, MANY, MANY),
                        List.of()),
                safe.afterReset(),
                safe.notices(),
                safe.help());
    }
}
