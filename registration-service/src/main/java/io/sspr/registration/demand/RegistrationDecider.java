package io.sspr.registration.demand;

import io.sspr.contract.MethodKind;
import io.sspr.contract.policy.HeldKinds;
import io.sspr.contract.policy.RegistrationNeeds;
import io.sspr.contract.policy.RegistrationReason;
import io.sspr.contract.policy.RegistrationRules;
import io.sspr.contract.policy.Terms;
import io.sspr.contract.state.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a person who has signed in is to register or to look at again. */
final class RegistrationDecider {
    /** Something that is sent can go astray, and mail lies longer than texts do. */
    private static final List<MethodKind> MOST_SECURE_FIRST =
            List.of(MethodKind.AUTHENTICATOR_APP, MethodKind.RECOVERY_CODE, MethodKind.SMS, MethodKind.EMAIL);

    private final Policy policy;
    private final Terms terms;
    private final HeldKinds held;
    private final Asked before;
    private final Instant now;
    private final RegistrationNeeds needs;

    private RegistrationDecider(Policy policy, Terms terms, HeldKinds held, Asked before, Instant now) {
        this.policy = policy;
        this.terms = terms;
        this.held = held;
        this.before = before;
        this.now = now;
        needs = RegistrationNeeds.of(policy, terms, before.anew());
    }

    /** What is to be done; empty if there is nothing. */
    static Optional<Demand> decide(Policy policy, Terms terms, HeldKinds held, Asked before, Instant now) {
        return new RegistrationDecider(policy, terms, held, before, now).decide();
    }

    /** When the person is to look at the methods again after doing so now; null if never. */
    static @Nullable Instant nextConfirmation(Policy policy, Instant now) {
        RegistrationRules rules = policy.registration();
        return rules.required() && rules.reconfirmDays() > 0
                ? now.plus(Duration.ofDays(rules.reconfirmDays())).truncatedTo(ChronoUnit.SECONDS)
                : null;
    }

    private Optional<Demand> decide() {
        List<RegistrationReason> reasons = reasons();
        if (reasons.isEmpty()) return Optional.empty();
        List<MethodKind> suggested = suggested();
        boolean isNew = Collections.disjoint(reasons, before.reasons());
        Instant firstAsked = before.firstAsked();
        Instant since = firstAsked == null || isNew ? now : firstAsked;
        int skips = isNew ? 0 : before.skips();
        // An administrator's word and what sign-in needs cannot be put off.
        boolean skippable = !reasons.contains(RegistrationReason.REREGISTRATION)
                && !reasons.contains(RegistrationReason.SIGN_IN_NEEDS_MORE);
        Instant until = skippable ? deadline(since) : null;
        Integer most = skippable ? policy.registration().skips() : null;
        Integer left = most == null ? null : Integer.valueOf(Math.max(0, most - skips));
        boolean mayBeSkipped =
                skippable && (until == null || now.isBefore(until)) && (left == null || left.intValue() > 0);
        return Optional.of(new Demand(
                reasons,
                suggested,
                alternatives(suggested),
                mayBeSkipped,
                left,
                until,
                new Asked(since, Set.copyOf(reasons), skips, before.lastConfirmed(), before.anew()),
                !before.reasons().containsAll(reasons)));
    }

    private List<RegistrationReason> reasons() {
        List<RegistrationReason> lacking = needs.lacking(held);
        List<RegistrationReason> reasons = new ArrayList<>();
        if (before.anew() && !lacking.isEmpty()) reasons.add(RegistrationReason.REREGISTRATION);
        reasons.addAll(lacking);
        if (isConfirmationDue()) reasons.add(RegistrationReason.RECONFIRMATION);
        return reasons;
    }

    /** Whoever has nothing has nothing to look at, and whoever cannot reset need not look. */
    private boolean isConfirmationDue() {
        RegistrationRules rules = policy.registration();
        if (!rules.required() || rules.reconfirmDays() == 0 || terms.outside() != null || held.isEmpty()) return false;
        Instant last = before.lastConfirmed();
        return last == null || !now.isBefore(last.plus(Duration.ofDays(rules.reconfirmDays())));
    }

    private @Nullable Instant deadline(Instant since) {
        Integer days = policy.registration().deadlineDays();
        return days == null ? null : since.plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
    }

    /** The smallest set that suffices; among those of one size the most secure. */
    private List<MethodKind> suggested() {
        List<MethodKind> helpful = helpful();
        if (suffices(Set.of())) return List.of();
        List<MethodKind> best = helpful;
        for (int set = 1; set < 1 << helpful.size(); set++) {
            List<MethodKind> chosen = chosen(helpful, set);
            if (suffices(chosen) && isBetter(chosen, best, helpful)) best = chosen;
        }
        return best;
    }

    private boolean isBetter(List<MethodKind> chosen, List<MethodKind> best, List<MethodKind> helpful) {
        if (!suffices(best) || chosen.size() < best.size()) return true;
        if (chosen.size() > best.size()) return false;
        for (int i = 0; i < chosen.size(); i++) {
            int difference = helpful.indexOf(chosen.get(i)) - helpful.indexOf(best.get(i));
            if (difference != 0) return difference < 0;
        }
        return false;
    }

    private List<MethodKind> alternatives(List<MethodKind> suggested) {
        return helpful().stream()
                .filter(kind -> !suggested.contains(kind))
                .filter(kind -> suggested.stream().anyMatch(left -> suffices(replaced(suggested, left, kind))))
                .toList();
    }

    /** Kinds that bring the person nearer, those for sign-in first: without them nobody gets in. */
    private List<MethodKind> helpful() {
        List<MethodKind> helpful = new ArrayList<>();
        for (MethodKind kind : MOST_SECURE_FIRST) if (helpsSignIn(kind)) helpful.add(kind);
        for (MethodKind kind : MOST_SECURE_FIRST) if (!helpful.contains(kind) && helpsReset(kind)) helpful.add(kind);
        return helpful;
    }

    private boolean helpsSignIn(MethodKind kind) {
        return lacksForSignIn(Set.of())
                && needs.signIn().kinds().contains(kind)
                && !held.forSignIn().contains(kind);
    }

    private boolean helpsReset(MethodKind kind) {
        return lacksForReset(Set.of())
                && needs.reset().kinds().contains(kind)
                && !held.forReset().contains(kind);
    }

    private boolean suffices(Collection<MethodKind> registered) {
        return !lacksForReset(registered) && !lacksForSignIn(registered);
    }

    private boolean lacksForReset(Collection<MethodKind> registered) {
        return needs.reset().missing(both(held.forReset(), registered)) > 0;
    }

    private boolean lacksForSignIn(Collection<MethodKind> registered) {
        return needs.signIn().missing(both(held.forSignIn(), registered)) > 0;
    }

    private static Set<MethodKind> both(Set<MethodKind> held, Collection<MethodKind> registered) {
        Set<MethodKind> all = EnumSet.noneOf(MethodKind.class);
        all.addAll(held);
        all.addAll(registered);
        return all;
    }

    private static List<MethodKind> chosen(List<MethodKind> helpful, int set) {
        List<MethodKind> chosen = new ArrayList<>();
        for (int i = 0; i < helpful.size(); i++) if ((set & (1 << i)) != 0) chosen.add(helpful.get(i));
        return chosen;
    }

    private static Set<MethodKind> replaced(List<MethodKind> suggested, MethodKind left, MethodKind kind) {
        Set<MethodKind> replaced = new HashSet<>(suggested);
        replaced.remove(left);
        replaced.add(kind);
        return replaced;
    }
}
