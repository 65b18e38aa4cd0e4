package io.sspr.reset.flow;

import io.sspr.contract.Disclosure;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.Purpose;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.policy.Terms;
import io.sspr.contract.seal.FlowSecret;
import io.sspr.contract.state.Policy;
import io.sspr.reset.account.Asker;
import io.sspr.reset.account.KnownAccount;
import io.sspr.reset.credential.Credential;
import io.sspr.reset.credential.NewPassword;
import io.sspr.reset.hashing.Phc;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Parts of resets for tests. */
final class AReset {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final UUID ACCOUNT = new UUID(0, 1);
    static final Asker KNOWN = new Asker(ACCOUNT, true);
    static final Asker UNKNOWN = new Asker(ACCOUNT, false);
    static final KnownAccount JANE = new KnownAccount(ACCOUNT, "jane.doe@example.org", "4711");
    static final FlowSecret SECRET = FlowSecret.generate(new SecureRandom());
    static final Phc PHC = Phc.read(
                    "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc")
            .orElseThrow();
    static final Credential CURRENT = new Credential(ACCOUNT, 7, PHC, false, NOON, Instant.EPOCH);

    private AReset() {}

    static Policy policy(int gates, MethodKind... kinds) {
        return new Policy(
                1, gates, List.of(kinds), Disclosure.STRICT, new PasswordRules(15, 256), new MethodRules(72, false));
    }

    static MethodKind[] registered() {
        return Stream.of(MethodKind.values()).filter(MethodKind::isRegistered).toArray(MethodKind[]::new);
    }

    /** The policy, and no administrator has said anything. */
    static Footing under(Policy policy) {
        return new Footing(policy, Terms.ofAnybody(policy), false, false);
    }

    static Footing granted(Policy policy) {
        return new Footing(policy, Terms.ofAnybody(policy), true, false);
    }

    /** What a policy of so many gates comes to, if it counts all kinds. */
    static Terms terms(int gates) {
        return Terms.ofAnybody(policy(gates, registered()));
    }

    static Beginning beginning(Asker asker, int gates) {
        return beginning(asker, Purpose.RESET, terms(gates), false);
    }

    static Beginning unlock(Asker asker, int gates) {
        return beginning(asker, Purpose.UNLOCK, terms(gates), false);
    }

    static Beginning flooded(int gates) {
        return beginning(KNOWN, Purpose.RESET, terms(gates), true);
    }

    /** Of somebody known, when the policy let no address count that nobody had proven. */
    static Beginning notCountingImported(int gates) {
        return beginning(KNOWN, Purpose.RESET, terms(gates), false, false);
    }

    static Beginning beginning(Asker asker, Purpose purpose, Terms terms, boolean strongOnly) {
        return beginning(asker, purpose, terms, true, strongOnly);
    }

    private static Beginning beginning(
            Asker asker, Purpose purpose, Terms terms, boolean importedCount, boolean strongOnly) {
        return new Beginning(
                new UUID(0, 2),
                "portal",
                new UUID(0, 3),
                SECRET.hash(),
                asker,
                null,
                purpose,
                terms,
                importedCount,
                List.of(registered()),
                strongOnly,
                NOON,
                null);
    }

    static CodeVerified proof(Reset.Proving proving) {
        return proof(
                proving.id(),
                proving.verificationId(),
                proving.kind(),
                proving.beginning().purpose());
    }

    static CodeVerified proof(UUID resetId, UUID verificationId, MethodKind kind) {
        return proof(resetId, verificationId, kind, Purpose.RESET);
    }

    static CodeVerified proof(UUID resetId, UUID verificationId, MethodKind kind, Purpose purpose) {
        return new CodeVerified(verificationId, ACCOUNT, resetId, method(kind), kind, purpose);
    }

    static UUID method(MethodKind kind) {
        return UUID.nameUUIDFromBytes(kind.name().getBytes(StandardCharsets.UTF_8));
    }

    static NewPassword good() {
        return new NewPassword("correct horse battery", CURRENT.version(), false, PHC);
    }

    static NewPassword bad() {
        return new NewPassword("short", CURRENT.version(), false, null);
    }
}
