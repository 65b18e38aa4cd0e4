package io.sspr.notification.testing;

import static org.awaitility.Awaitility.await;

import io.sspr.contract.ContractJson;
import io.sspr.contract.Disclosure;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.policy.HelpRules;
import io.sspr.contract.policy.LimitRules;
import io.sspr.contract.policy.MessageLimits;
import io.sspr.contract.policy.NoticeRules;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.state.Policy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Rules that are in force during one test; the others get theirs back. */
public final class PolicyInForce {

    private static final Policy USUAL = new Policy(
            2, 1, List.of(MethodKind.EMAIL), Disclosure.STRICT, new PasswordRules(15, 128), new MethodRules(0, false));

    private final Policy policy;

    private PolicyInForce(Policy policy) {
        this.policy = policy;
    }

    /** While they are in force. */
    public void during(Runnable test) {
        become(policy);
        try {
            test.run();
        } finally {
            become(USUAL);
        }
    }

    /** Addresses that nobody has proven serve a reset. */
    public static PolicyInForce importedCount() {
        return new PolicyInForce(
                with(new MethodRules(0, true), Presets.SAFE_LIMITS, NoticeRules.ALL, HelpRules.ADMINISTRATORS));
    }

    public static PolicyInForce messages(MessageLimits messages) {
        LimitRules safe = Presets.SAFE_LIMITS;
        LimitRules limits =
                new LimitRules(safe.proofs(), safe.codes(), safe.resets(), safe.signIns(), messages, safe.blocks());
        return new PolicyInForce(with(USUAL.methodRules(), limits, NoticeRules.ALL, HelpRules.ADMINISTRATORS));
    }

    public static PolicyInForce notices(NoticeRules notices) {
        return new PolicyInForce(with(USUAL.methodRules(), Presets.SAFE_LIMITS, notices, HelpRules.ADMINISTRATORS));
    }

    public static PolicyInForce help(HelpRules help) {
        return new PolicyInForce(with(USUAL.methodRules(), Presets.SAFE_LIMITS, NoticeRules.ALL, help));
    }

    private static Policy with(MethodRules methods, LimitRules limits, NoticeRules notices, HelpRules help) {
        return new Policy(
                3,
                USUAL.gates(),
                USUAL.kinds(),
                USUAL.disclosure(),
                USUAL.passwordRules(),
                methods,
                USUAL.scope(),
                USUAL.administrators(),
                USUAL.signIn(),
                USUAL.registration(),
                USUAL.stopped(),
                USUAL.passwordChecks(),
                limits,
                USUAL.afterReset(),
                notices,
                help);
    }

    private static void become(Policy policy) {
        Registration.policy(policy);
        String told = new String(ContractJson.write(policy), StandardCharsets.UTF_8);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> RunningService.database()
                        .sql("select policy from known_policy")
                        .query(String.class)
                        .list()
                        .contains(told));
    }
}
