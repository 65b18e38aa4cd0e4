package io.sspr.reset.flow;

import static io.sspr.reset.flow.AReset.ACCOUNT;
import static io.sspr.reset.flow.AReset.JANE;
import static io.sspr.reset.flow.AReset.NOON;
import static io.sspr.reset.flow.AReset.PHC;
import static io.sspr.reset.flow.AReset.SECRET;
import static io.sspr.reset.flow.AReset.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import io.sspr.contract.Refusal;
import io.sspr.contract.event.CodeVerified;
import io.sspr.contract.internal.StartVerification;
import io.sspr.contract.state.Policy;
import io.sspr.reset.APolicy;
import io.sspr.reset.account.Asker;
import io.sspr.reset.credential.Credential;
import io.sspr.reset.credential.NewPassword;
import io.sspr.reset.eligibility.HeldMethod;
import io.sspr.reset.eligibility.Person;
import io.sspr.reset.throttle.Admission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Against random walks of one reset through policies that change, roles that come and go, and groups that one joins and
 * leaves: what counts is what both the policy at the request and the one at that time let count. What they let count is
 * worked out here once more, and shares nothing with the decisions.
 */
class StricterTermsTests {

    private static final int WALKS = 20_000;
    private static final int STEPS = 25;
    private static final String STAFF = "staff";

    private final ResetDecider decider = new ResetDecider();

    @Test
    void noWalkSetsAPasswordWithLessThanBothPoliciesAskFor() {
        int set = 0;
        int ofAdministrators = 0;
        int refusedOutside = 0;
        int stopped = 0;
        int byImported = 0;
        for (int seed = 0; seed < WALKS; seed++) {
            Walk walk = new Walk(new Random(seed));
            for (int step = 0; step < STEPS; step++) walk.step();
            set += walk.set;
            ofAdministrators += walk.setByAdministrator;
            refusedOutside += walk.refusedOutside;
            stopped += walk.stopped;
            byImported += walk.setByImported;
        }

        // Otherwise this test would prove nothing.
        assertThat(set).isGreaterThan(1000);
        assertThat(ofAdministrators).isGreaterThan(100);
        assertThat(refusedOutside).isGreaterThan(100);
        assertThat(stopped).isGreaterThan(100);
        assertThat(byImported).isGreaterThan(100);
    }

    @Test
    void beforeTheFirstProofNobodyCanBeToldFromAnybodyElse() {
        int compared = 0;
        for (int seed = 0; seed < WALKS; seed++) {
            Random random = new Random(seed);
            Policy policy = policy(random);
            Person person = person(random);
            Reset theirs = begin(policy, person, random.nextBoolean());
            Reset nobodys = begin(policy, nobody(), theirs.beginning().strongOnly());
            for (int step = 0; step < 4; step++) {
                Policy now = random.nextInt(3) == 0 ? policy(random) : policy;
                MethodKind kind = anyKind(random);
                ResetDecision one = choose(theirs, kind, now, person(random));
                ResetDecision other = choose(nobodys, kind, now, nobody());
                assertThat(one.getClass()).isEqualTo(other.getClass());
                if (one instanceof ResetDecision.Refused) assertThat(one).isEqualTo(other);
                else {
                    theirs = ((ResetDecision.Goes) one).reset();
                    nobodys = ((ResetDecision.Goes) other).reset();
                    assertThat(((ResetDecision.Goes) one).asked()).isEqualTo(((ResetDecision.Goes) other).asked());
                    compared++;
                }
            }
        }

        assertThat(compared).isGreaterThan(1000);
    }

    /** One reset, whoever may come to have it, and proofs of all sorts. */
    private final class Walk {

        private final Random random;
        private final Set<MethodKind> proven = EnumSet.noneOf(MethodKind.class);
        private final Set<MethodKind> provenImported = EnumSet.noneOf(MethodKind.class);
        private Policy policy;
        private Person person;
        private final Asked atRequest;
        private Reset reset;
        private @Nullable StartVerification asked;
        private long ids = 100;
        private int set;
        private int setByAdministrator;
        private int refusedOutside;
        private int stopped;
        private int setByImported;
        private Instant now = NOON;

        Walk(Random random) {
            this.random = random;
            policy = policy(random);
            person = person(random);
            atRequest = Asked.of(policy, person);
            reset = begin(policy, person, false);
        }

        void step() {
            now = now.plusSeconds(random.nextInt(20));
            switch (random.nextInt(10)) {
                case 0 -> policy = policy(random);
                case 1 -> person = person(random);
                case 2, 3, 4 -> choose();
                case 5, 6, 7 -> prove();
                default -> submit();
            }
        }

        private void choose() {
            ResetDecision decision = decider.choose(
                    reset, SECRET.text(), anyKind(random), footing(policy, person), new UUID(0, ++ids), now);
            note(decision);
            if (decision instanceof ResetDecision.Goes goes && goes.asked() instanceof StartVerification started)
                asked = started;
        }

        private void prove() {
            StartVerification started = asked;
            if (started == null) return;
            MethodKind kind = random.nextInt(10) == 0 ? anyKind(random) : started.kind();
            CodeVerified proof = new CodeVerified(
                    started.verificationId(),
                    ACCOUNT,
                    reset.id(),
                    new UUID(0, ++ids),
                    kind,
                    Purpose.RESET,
                    random.nextInt(6) == 0 ? true : null);
            if (kind == started.kind()) (proof.imported() == null ? proven : provenImported).add(kind);
            note(decider.pass(reset, proof, footing(policy, person), now));
        }

        private void submit() {
            NewPassword password = new NewPassword("correct horse battery", 0, false, PHC);
            ResetDecision decision =
                    decider.set(reset, SECRET.text(), password, null, JANE, footing(policy, person), now);
            if (decision instanceof ResetDecision.Goes goes) check(goes.credential());
            note(decision);
        }

        private void check(@Nullable Credential credential) {
            assertThat(credential).isNotNull();
            Asked current = Asked.of(policy, person);
            Set<MethodKind> counting = EnumSet.copyOf(proven);
            if (atRequest.importedCount() && current.importedCount() && counting.addAll(provenImported))
                setByImported++;
            counting.retainAll(atRequest.kinds());
            counting.retainAll(current.kinds());
            assertThat(counting).hasSizeGreaterThanOrEqualTo(Math.max(atRequest.gates(), current.gates()));
            assertThat(atRequest.may() && current.may()).isTrue();
            if (policy.stopped().cancelsResets())
                assertThat(reset.progress().gates())
                        .extracting(Gate::kind)
                        .doesNotContainAnyElementsOf(policy.stopped().kinds());
            set++;
            if (person.administrator()) setByAdministrator++;
        }

        private void note(ResetDecision decision) {
            if (decision instanceof ResetDecision.Goes goes) reset = goes.reset();
            if (decision instanceof ResetDecision.Refused refused && refused.reason() == Refusal.NOT_ALLOWED_BY_POLICY)
                refusedOutside++;
            if (reset.endingBy(now, policy).filter(Ending.KIND_STOPPED::equals).isPresent()) stopped++;
        }
    }

    /** What a policy asks of a person, worked out here. */
    private record Asked(boolean may, int gates, List<MethodKind> kinds, boolean importedCount) {

        static Asked of(Policy policy, Person person) {
            boolean staff = person.groups().contains(STAFF);
            boolean within = switch (policy.scope().scope()) {
                case NONE -> false;
                case SELECTED -> staff;
                case ALL -> true;
            };
            boolean excluded = staff && !policy.scope().exclude().isEmpty();
            boolean boss = person.administrator();
            List<MethodKind> kinds = new ArrayList<>();
            for (MethodKind kind : policy.kinds()) {
                boolean counts = !policy.stopped().kinds().contains(kind);
                if (boss) counts &= policy.administrators().kinds().contains(kind);
                if (counts) kinds.add(kind);
            }
            int gates = policy.gates();
            if (boss && policy.administrators().gates() == 2) gates = 2;
            boolean may =
                    within && !excluded && !(boss && !policy.administrators().allowed());
            boolean importedCount = policy.methodRules().importedCount();
            return new Asked(may && !person.passwordElsewhere(), gates, kinds, importedCount);
        }
    }

    private static Policy policy(Random random) {
        APolicy policy = APolicy.like(AReset.policy(1 + random.nextInt(2), some(random)))
                .administrators(random.nextInt(10) > 0, 1 + random.nextInt(2), some(random));
        if (random.nextBoolean()) policy.importedCount();
        switch (random.nextInt(10)) {
            case 0 -> policy.stopped(true, anyKind(random));
            case 1 -> policy.stopped(false, anyKind(random));
            case 2 -> policy.forGroup(STAFF);
            case 3 -> policy.butNotFor(STAFF);
            default -> {}
        }
        return policy.policy();
    }

    /** All of them most of the time. */
    private static MethodKind[] some(Random random) {
        return Stream.of(registered()).filter(kind -> random.nextInt(6) > 0).toArray(MethodKind[]::new);
    }

    private static MethodKind anyKind(Random random) {
        return registered()[random.nextInt(registered().length)];
    }

    private static Person person(Random random) {
        List<HeldMethod> methods = List.of();
        Set<String> groups = random.nextInt(3) > 0 ? Set.of(STAFF) : Set.of();
        return new Person(true, random.nextInt(3) == 0, random.nextInt(20) == 0, groups, methods, false, false);
    }

    private static Person nobody() {
        return new Person(false, false, false, Set.of(), List.of(), false, false);
    }

    private static Footing footing(Policy policy, Person person) {
        return new Footing(policy, person.terms(policy), person.granted(), person.frozen());
    }

    private ResetDecision choose(Reset reset, MethodKind kind, Policy policy, Person person) {
        UUID verification = new UUID(0, 100 + reset.progress().choices());
        return decider.choose(reset, SECRET.text(), kind, footing(policy, person), verification, NOON);
    }

    private Reset begin(Policy policy, Person person, boolean strongOnly) {
        Beginning beginning = new Beginning(
                new UUID(0, 2),
                "portal",
                new UUID(0, 3),
                SECRET.hash(),
                new Asker(ACCOUNT, person.known()),
                null,
                Purpose.RESET,
                person.terms(policy),
                policy.methodRules().importedCount(),
                person.shown(policy).kinds(),
                strongOnly,
                NOON,
                null);
        ResetDecision decision = decider.begin(beginning, null, false, new Admission.Free(), policy);
        return ((ResetDecision.Goes) decision).reset();
    }
}
