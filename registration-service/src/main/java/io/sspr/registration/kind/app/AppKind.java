package io.sspr.registration.kind.app;

import io.sspr.contract.MessageType;
import io.sspr.contract.MethodKind;
import io.sspr.contract.Refusal;
import io.sspr.contract.seal.Sealer;
import io.sspr.contract.secret.Enrolment;
import io.sspr.messaging.Prepared;
import io.sspr.messaging.Work;
import io.sspr.registration.kind.Attempt;
import io.sspr.registration.kind.Codes;
import io.sspr.registration.kind.Draft;
import io.sspr.registration.kind.Kind;
import io.sspr.registration.kind.Match;
import io.sspr.registration.kind.Proven;
import io.sspr.registration.kind.RegisterProperties;
import io.sspr.registration.kind.Registration;
import io.sspr.registration.method.Methods;
import io.sspr.registration.method.RegisteredMethod;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Authenticator apps: we give them a secret, and each of their codes counts once (TOTP-02). */
@Component
class AppKind implements Kind {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TotpSeed NOBODYS_SEED = TotpSeed.generate(RANDOM, RegisterProperties.AppHash.SHA1);

    /** Before the first step that any code is made for. */
    private static final long NO_STEP = -1;

    private final RegisterProperties properties;
    private final Methods methods;

    AppKind(RegisterProperties properties, Methods methods) {
        this.properties = properties;
        this.methods = methods;
    }

    @Override
    public MethodKind kind() {
        return MethodKind.AUTHENTICATOR_APP;
    }

    @Override
    public int strength() {
        return 4;
    }

    @Override
    public int most() {
        return 5;
    }

    /** Not {@code mfa}, which stands beside whatever was used, nor keys of hardware or software, which may be a passkey. */
    @Override
    public Set<String> signInWords() {
        return Set.of("otp");
    }

    @Override
    public Prepared<Draft> draft(Registration asked) {
        return asked.toFrontEnd()
                .map(sealer -> Prepared.facts(enrolled(asked, sealer)))
                .orElseGet(() -> Prepared.refuse(Refusal.REPLY_KEY_INVALID));
    }

    @Override
    public RegisteredMethod toBe(UUID methodId, UUID accountId, String pending) {
        return RegisteredMethod.holding(methodId, accountId, kind(), pending).usedUpTo(NO_STEP);
    }

    @Override
    public Match compare(@Nullable RegisteredMethod method, Attempt attempt) {
        TotpSeed seed = method == null ? NOBODYS_SEED : TotpSeed.ofText(Objects.requireNonNull(method.secret()));
        long last = method == null ? 0 : Objects.requireNonNull(method.usedUpTo());
        OptionalLong step = Totp.stepOf(seed, Codes.typed(attempt.typed()), attempt.at());
        if (step.isEmpty()) return Match.WRONG;
        return step.getAsLong() > last
                ? new Match.Right(Long.toString(step.getAsLong()))
                : new Match.Wrong(Refusal.PROOF_ALREADY_USED);
    }

    @Override
    public RegisteredMethod registered(RegisteredMethod toBe, String used) {
        return toBe.usedUpTo(Long.parseLong(used));
    }

    @Override
    public void useUp(Proven proven, Work work) {
        methods.useUp(proven.method().methodId(), Long.parseLong(proven.used()));
    }

    private Draft enrolled(Registration asked, Sealer toFrontEnd) {
        TotpSeed seed = TotpSeed.generate(RANDOM, properties.appHash());
        Enrolment enrolment = new Enrolment(seed.base32(), OtpauthUri.of(properties.issuer(), asked.login(), seed));
        return new Draft(seed.text(), null, asked.seal(toFrontEnd, enrolment, MessageType.CHALLENGE_READY_REPLY));
    }
}
