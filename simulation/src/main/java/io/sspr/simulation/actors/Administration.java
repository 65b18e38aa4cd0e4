package io.sspr.simulation.actors;

import io.sspr.contract.Disclosure;
import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.MessageCodec;
import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Topics;
import io.sspr.contract.Undecodable;
import io.sspr.contract.policy.AdministratorRules;
import io.sspr.contract.policy.CodeLimits;
import io.sspr.contract.policy.LimitRules;
import io.sspr.contract.policy.Presets;
import io.sspr.contract.policy.ProofLimits;
import io.sspr.contract.policy.ResetLimits;
import io.sspr.contract.policy.StoppedKinds;
import io.sspr.contract.request.ChangePolicy;
import io.sspr.contract.request.StartResetFor;
import io.sspr.contract.request.Unblock;
import io.sspr.contract.secret.AccountChoice;
import io.sspr.contract.secret.Visit;
import io.sspr.contract.state.Policy;
import io.sspr.simulation.log.SimulatedLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** An administrator, who changes the rules in the middle of everything and helps people. */
public final class Administration {

    private static final List<MethodKind> KINDS =
            List.of(MethodKind.AUTHENTICATOR_APP, MethodKind.EMAIL, MethodKind.SMS, MethodKind.RECOVERY_CODE);

    private final FrontEnds frontEnds;
    private final Random random;
    private @Nullable Policy latest;

    /** Reads the rules in force from the log, as the console does. */
    public Administration(FrontEnds frontEnds, SimulatedLog log, Random random) {
        this.frontEnds = frontEnds;
        this.random = random;
        log.watch(this::read);
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        if (!record.topic().equals(Topics.POLICY)) return;
        try {
            Envelope<Message> envelope = MessageCodec.decode(record.headers(), record.value());
            latest = (Policy) envelope.message();
        } catch (Undecodable e) {
            throw new IllegalStateException(e);
        }
    }

    private static FrontEnds.SignedInAs signedIn(Person administrator, Instant now) {
        return new FrontEnds.SignedInAs(administrator.account(), now, List.of("pwd", "otp", "mfa"));
    }

    /** Puts other rules in force, if nobody else was faster. */
    public FrontEnds.@Nullable Asked changePolicy(Person administrator, Instant now) {
        if (latest == null) return null;
        Policy next = varied(latest);
        return frontEnds.ask(
                "directory",
                MessageType.CHANGE_POLICY,
                null,
                signedIn(administrator, now),
                new Visit(null),
                seal -> new ChangePolicy(seal, next));
    }

    FrontEnds.Asked unblock(Person administrator, Person person, Instant now) {
        return frontEnds.ask(
                "directory",
                MessageType.UNBLOCK,
                null,
                signedIn(administrator, now),
                new AccountChoice(person.login),
                Unblock::new);
    }

    FrontEnds.Asked startResetFor(Person administrator, Person person, Instant now) {
        return frontEnds.ask(
                "directory",
                MessageType.START_RESET_FOR,
                null,
                signedIn(administrator, now),
                new AccountChoice(person.login),
                StartResetFor::new);
    }

    /** The first rules: two gates, all kinds, and nobody waits long. */
    public static Policy first() {
        Policy safe = Presets.safe();
        ResetLimits resets = new ResetLimits(900, 3600, 10, 20, 50, 1, 2, 100);
        LimitRules limits = new LimitRules(
                safe.limits().proofs(),
                safe.limits().codes(),
                resets,
                safe.limits().signIns(),
                safe.limits().messages(),
                safe.limits().blocks());
        return with(safe, 2, KINDS, Disclosure.STRICT, StoppedKinds.NONE, limits);
    }

    private Policy varied(Policy policy) {
        int gates = 1 + random.nextInt(2);
        List<MethodKind> kinds = new ArrayList<>(KINDS);
        Collections.shuffle(kinds, random);
        kinds = kinds.subList(0, gates + 1 + random.nextInt(KINDS.size() - gates));
        List<MethodKind> stopped = new ArrayList<>();
        if (random.nextInt(4) == 0) stopped.add(KINDS.get(random.nextInt(KINDS.size())));
        Disclosure disclosure = random.nextInt(3) == 0 ? Disclosure.HELPFUL : Disclosure.STRICT;
        StoppedKinds stop = new StoppedKinds(stopped, random.nextBoolean());
        return with(policy, gates, kinds, disclosure, stop, limits(policy.limits()));
    }

    private static Policy with(
            Policy policy,
            int gates,
            List<MethodKind> kinds,
            Disclosure disclosure,
            StoppedKinds stopped,
            LimitRules limits) {
        return new Policy(
                policy.version(),
                gates,
                kinds,
                disclosure,
                policy.passwordRules(),
                policy.methodRules(),
                policy.scope(),
                new AdministratorRules(true, 2, kinds),
                policy.signIn(),
                policy.registration(),
                stopped,
                policy.passwordChecks(),
                limits,
                policy.afterReset(),
                policy.notices(),
                policy.help());
    }

    private LimitRules limits(LimitRules before) {
        int life = 300 + random.nextInt(3000);
        return new LimitRules(
                new ProofLimits(
                        2 + random.nextInt(4),
                        2 + random.nextInt(4),
                        random.nextInt(3) * 10,
                        60 + random.nextInt(600),
                        6 + random.nextInt(12)),
                new CodeLimits(
                        60 + random.nextInt(540),
                        300 + random.nextInt(900),
                        random.nextInt(4),
                        10 + random.nextInt(30)),
                new ResetLimits(
                        Math.min(life, 60 + random.nextInt(900)),
                        life,
                        3 + random.nextInt(10),
                        2 + random.nextInt(10),
                        50,
                        1,
                        2,
                        100),
                before.signIns(),
                before.messages(),
                before.blocks());
    }
}
