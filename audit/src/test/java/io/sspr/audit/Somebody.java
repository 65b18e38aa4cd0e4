package io.sspr.audit;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.AccountRegistered;
import io.sspr.contract.event.AdministratorCodeIssued;
import io.sspr.contract.event.AdministratorResetStarted;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.CodeAwaited;
import io.sspr.contract.event.CodeDelivered;
import io.sspr.contract.event.CodeIssued;
import io.sspr.contract.event.CodeRejected;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.GatePassed;
import io.sspr.contract.event.MethodRegistered;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.event.ResetAuthorized;
import io.sspr.contract.event.ResetRequested;
import io.sspr.contract.event.SignedIn;
import io.sspr.contract.event.VerificationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person of a log, step by step as the services would tell it. */
final class Somebody {

    static final Duration LIFE = Duration.ofMinutes(15);

    final Stories stories;
    final UUID id = UUID.randomUUID();
    final Map<MethodKind, UUID> methods = new EnumMap<>(MethodKind.class);
    long version;

    Somebody(Stories stories) {
        this.stories = stories;
    }

    Instant in(Duration time) {
        return stories.now().plus(time);
    }

    /** Known, with a password from provisioning, mail and an authenticator app. */
    Somebody settle() {
        stories.tell(new AccountRegistered(id, true));
        password(Cause.IMPORTED, null);
        stories.tell(new SignedIn(id));
        register(MethodKind.EMAIL);
        register(MethodKind.AUTHENTICATOR_APP);
        return this;
    }

    void register(MethodKind kind) {
        UUID method = UUID.randomUUID();
        UUID verification = UUID.randomUUID();
        UUID begun = begin(verification, null, kind, Purpose.REGISTER);
        if (kind.sendsCode()) stories.tell(new CodeDelivered(UUID.randomUUID(), verification, id, kind), begun);
        stories.tell(new CodeVerified(verification, id, null, method, kind, Purpose.REGISTER));
        stories.tell(new MethodRegistered(method, id, kind, null));
        methods.put(kind, method);
    }

    UUID begin(UUID verification, @Nullable UUID reset, MethodKind kind, Purpose purpose) {
        return kind.sendsCode()
                ? stories.tell(new CodeIssued(verification, id, reset, kind, purpose, 1, in(Duration.ofMinutes(10))))
                : stories.tell(new CodeAwaited(verification, id, reset, kind, purpose, in(Duration.ofMinutes(10))));
    }

    UUID ask() {
        return ask(2);
    }

    UUID ask(int gates) {
        UUID reset = UUID.randomUUID();
        stories.tell(new ResetRequested(reset, id, "portal", gates, in(LIFE)));
        return reset;
    }

    /** Chooses a method; the verification. */
    UUID choose(UUID reset, MethodKind kind, int gate) {
        UUID verification = UUID.randomUUID();
        stories.tell(new VerificationRequested(reset, verification, id, kind, gate));
        begin(verification, reset, kind, Purpose.RESET);
        return verification;
    }

    UUID verify(UUID reset, UUID verification, MethodKind kind) {
        return stories.tell(new CodeVerified(verification, id, reset, method(kind), kind, Purpose.RESET));
    }

    void pass(UUID reset, UUID verification, MethodKind kind, int gate, UUID proof) {
        stories.tell(new GatePassed(reset, id, verification, method(kind), kind, gate), proof);
    }

    UUID prove(UUID reset, MethodKind kind, int gate) {
        UUID verification = choose(reset, kind, gate);
        stories.tell(new CodeRejected(verification, id, reset, kind, Purpose.RESET, Refusal.WRONG_PROOF, 1));
        pass(reset, verification, kind, gate, verify(reset, verification, kind));
        return verification;
    }

    UUID authorised() {
        UUID reset = ask();
        prove(reset, MethodKind.EMAIL, 1);
        prove(reset, MethodKind.AUTHENTICATOR_APP, 2);
        stories.tell(new ResetAuthorized(reset, id));
        return reset;
    }

    void set(UUID reset) {
        password(Cause.RESET, reset);
    }

    UUID password(Cause cause, @Nullable UUID reset) {
        return password(cause, reset, ++version);
    }

    UUID password(Cause cause, @Nullable UUID reset, long as) {
        Instant voids = cause == Cause.IMPORTED ? Instant.EPOCH : stories.now();
        return stories.tell(new PasswordChanged(id, as, cause, reset, false, stories.now(), voids));
    }

    /** A whole reset. */
    void reset() {
        set(authorised());
    }

    void allow() {
        UUID administrator = UUID.randomUUID();
        stories.tell(new AdministratorResetStarted(id, administrator, in(Duration.ofHours(24))));
        stories.tell(new AdministratorCodeIssued(id, administrator, MethodKind.EMAIL, in(Duration.ofHours(24))));
        methods.put(MethodKind.ADMINISTRATOR_CODE, UUID.randomUUID());
    }

    UUID arrangedReset() {
        UUID reset = ask();
        prove(reset, MethodKind.ADMINISTRATOR_CODE, 1);
        stories.tell(new ResetAuthorized(reset, id));
        return reset;
    }

    UUID method(MethodKind kind) {
        return Objects.requireNonNull(methods.get(kind));
    }
}
