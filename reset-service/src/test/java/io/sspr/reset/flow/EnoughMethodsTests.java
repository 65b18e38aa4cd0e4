package io.sspr.reset.flow;

import static io.sspr.reset.flow.AReset.ACCOUNT;
import static io.sspr.reset.flow.AReset.JANE;
import static io.sspr.reset.flow.AReset.NOON;
import static io.sspr.reset.flow.AReset.PHC;
import static io.sspr.reset.flow.AReset.SECRET;
import static io.sspr.reset.flow.AReset.under;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.event.Cause;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.event.PasswordChanged;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.policy.Terms;
import io.sspr.contract.state.Policy;
import io.sspr.reset.APolicy;
import io.sspr.reset.account.Asker;
import io.sspr.reset.credential.Credential;
import io.sspr.reset.credential.NewPassword;
import io.sspr.reset.throttle.Admission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Guarantee G3 against random histories: whatever comes in whatever order, a password is set only by a reset in which as
 * many different kinds of methods were proven, within its life, as the stricter of the policy then and now asks for; or
 * by one for which an administrator's code was proven and whose grant lives, and then it is told so. The book-keeping here is the test's own and shares nothing with the decisions.
 */
class EnoughMethodsTests {

    private static final int HISTORIES = 3000;
    private static final int STEPS = 60;

    private final ResetDecider decider = new ResetDecider();

    @Test
    void noHistorySetsAPasswordWithFewerMethodsThanTheStricterPolicyAsksFor() {
        int set = 0;
        int refused = 0;
        int arranged = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            History history = new History(new Random(seed));
            for (int step = 0; step < STEPS; step++) history.step();
            set += history.set;
            refused += history.refused;
            arranged += history.arranged;
        }

        // Otherwise this test would prove nothing.
        assertThat(set).isGreaterThan(500);
        assertThat(refused).isGreaterThan(5000);
        assertThat(arranged).isGreaterThan(100);
    }

    /** One account, some resets, a policy that changes, and codes that come early, late, twice or for something else. */
    private final class History {

        private final Random random;
        private final List<Reset> resets = new ArrayList<>();
        private final List<CodeVerified> codes = new ArrayList<>();
        private final Map<UUID, Book> books = new HashMap<>();
        private Policy policy = AReset.policy(1, AReset.registered());
        private @Nullable Credential credential;
        private Instant now = NOON;
        private long ids;
        private int set;
        private int refused;
        private int arranged;
        private boolean granted;

        History(Random random) {
            this.random = random;
        }

        void step() {
            if (random.nextInt(4) == 0) now = now.plusSeconds(random.nextInt(random.nextInt(10) == 0 ? 1200 : 60));
            switch (random.nextInt(12)) {
                case 0 -> begin();
                case 1 -> changeTerms();
                case 2, 3, 4 -> choose();
                case 5, 6, 7 -> prove();
                case 8, 9, 10 -> submit();
                default -> endSome();
            }
        }

        private void begin() {
            UUID id = id();
            Asker asker = new Asker(ACCOUNT, random.nextInt(10) > 0);
            Purpose purpose = random.nextInt(10) > 0 ? Purpose.RESET : Purpose.UNLOCK;
            Beginning beginning = new Beginning(
                    id,
                    "portal",
                    id(),
                    SECRET.hash(),
                    asker,
                    null,
                    purpose,
                    Terms.ofAnybody(policy),
                    policy.methodRules().importedCount(),
                    policy.kinds(),
                    random.nextBoolean(),
                    now,
                    null);
            books.put(id, new Book(asker.known() && purpose == Purpose.RESET, policy, now));
            note(-1, decider.begin(beginning, null, false, new Admission.Free(), policy));
        }

        private void changeTerms() {
            granted = random.nextBoolean();
            List<MethodKind> kinds = random.nextInt(4) == 0 ? List.of(anyKind()) : List.of(AReset.registered());
            policy = AReset.policy(1 + random.nextInt(2), kinds.toArray(MethodKind[]::new));
            if (random.nextBoolean())
                policy = APolicy.like(policy).importedCount().policy();
        }

        private void choose() {
            if (resets.isEmpty()) return;
            int index = random.nextInt(resets.size());
            MethodKind kind = anyKind();
            ResetDecision decision = decider.choose(resets.get(index), SECRET.text(), kind, under(policy), id(), now);
            note(index, decision);
            if (decision instanceof ResetDecision.Goes goes && goes.asked() instanceof StartVerification asked)
                codes.add(new CodeVerified(
                        asked.verificationId(),
                        asked.accountId(),
                        asked.resetId(),
                        id(),
                        asked.kind(),
                        asked.purpose(),
                        random.nextInt(4) == 0 ? true : null));
        }

        /** Any code there ever was, for its own reset or another. */
        private void prove() {
            if (codes.isEmpty()) return;
            CodeVerified code = codes.get(random.nextBoolean() ? codes.size() - 1 : random.nextInt(codes.size()));
            boolean astray = random.nextInt(8) == 0;
            int index = astray ? random.nextInt(resets.size()) : indexOf(code);
            Reset reset = resets.get(index);
            if (reset.id().equals(code.resetId())) book(reset).prove(code, granted, now);
            note(index, decider.pass(reset, code, new Footing(policy, Terms.ofAnybody(policy), granted, false), now));
        }

        private void submit() {
            if (resets.isEmpty()) return;
            int index = random.nextInt(resets.size());
            Reset reset = resets.get(index);
            boolean good = random.nextInt(3) > 0;
            NewPassword password = new NewPassword(
                    good ? "correct horse battery" : "short", Credential.versionOf(credential), false, PHC);
            ResetDecision decision = decider.set(
                    reset,
                    SECRET.text(),
                    password,
                    credential,
                    JANE,
                    new Footing(policy, Terms.ofAnybody(policy), granted, false),
                    now);
            if (decision instanceof ResetDecision.Goes goes && goes.credential() != null) {
                Book book = book(reset);
                assertThat(book.settable).isTrue();
                Cause cause = ((PasswordChanged) goes.events().get(0)).cause();
                if (cause == Cause.RESET)
                    assertThat(book.kinds(policy)).hasSizeGreaterThanOrEqualTo(Math.max(book.gates, policy.gates()));
                else assertThat(book.arranged && granted).isTrue();
                if (cause == Cause.ADMINISTRATOR) arranged++;
                assertThat(now).isBefore(book.at.plus(Duration.ofMinutes(60)));
                assertThat(book.used).as("one password for one reset").isFalse();
                assertThat(goes.credential().version()).isEqualTo(Credential.versionOf(credential) + 1);
                book.used = true;
                credential = goes.credential();
                set++;
                resets.set(index, goes.reset());
                resets.replaceAll(History::voided);
            } else {
                note(index, decision);
            }
        }

        private void endSome() {
            if (resets.isEmpty()) return;
            int index = random.nextInt(resets.size());
            if (random.nextInt(4) == 0) note(index, decider.cancel(resets.get(index), SECRET.text(), policy, now));
            else decider.expire(resets.get(index), policy, now).ifPresent(goes -> note(index, goes));
        }

        private void note(int index, ResetDecision decision) {
            if (decision instanceof ResetDecision.Refused) refused++;
            if (!(decision instanceof ResetDecision.Goes goes)) return;
            if (index < 0) resets.add(goes.reset());
            else resets.set(index, goes.reset());
        }

        private int indexOf(CodeVerified code) {
            for (int i = 0; i < resets.size(); i++) if (resets.get(i).id().equals(code.resetId())) return i;
            throw new AssertionError("a code for no reset");
        }

        private MethodKind anyKind() {
            List<MethodKind> kinds = List.of(MethodKind.values());
            return kinds.get(random.nextInt(kinds.size()));
        }

        private Book book(Reset reset) {
            return Objects.requireNonNull(books.get(reset.id()));
        }

        private UUID id() {
            return new UUID(1, ++ids);
        }

        private static Reset voided(Reset reset) {
            Progress old = reset.progress();
            Progress progress =
                    new Progress(old.gates(), old.choices(), old.refusals(), old.lastStepAt(), Ending.SUPERSEDED);
            if (reset instanceof Reset.Choosing) return new Reset.Choosing(reset.beginning(), progress);
            if (reset instanceof Reset.Authorised) return new Reset.Authorised(reset.beginning(), progress);
            if (reset instanceof Reset.Proving proving)
                return new Reset.Proving(reset.beginning(), progress, proving.verificationId(), proving.kind());
            return reset;
        }
    }

    /** What the test itself knows of a reset. */
    private static final class Book {

        private final boolean settable;
        private final int gates;
        private final boolean importedCount;
        private final Instant at;
        private final Set<UUID> proven = new HashSet<>();
        private final Set<MethodKind> kinds = EnumSet.noneOf(MethodKind.class);
        private final Set<MethodKind> importedKinds = EnumSet.noneOf(MethodKind.class);
        private boolean arranged;
        private boolean used;

        Book(boolean settable, Policy policy, Instant at) {
            this.settable = settable;
            this.gates = policy.gates();
            this.importedCount = policy.methodRules().importedCount();
            this.at = at;
        }

        void prove(CodeVerified code, boolean granted, Instant now) {
            boolean early = now.isBefore(at.plus(Duration.ofMinutes(60)));
            if (code.kind() == MethodKind.ADMINISTRATOR_CODE) arranged |= early && granted;
            else if (early && proven.add(code.verificationId()))
                (code.imported() == null ? kinds : importedKinds).add(code.kind());
        }

        Set<MethodKind> kinds(Policy inForce) {
            Set<MethodKind> counted = EnumSet.copyOf(kinds);
            if (importedCount && inForce.methodRules().importedCount()) counted.addAll(importedKinds);
            counted.retainAll(inForce.kinds());
            return counted;
        }
    }
}
