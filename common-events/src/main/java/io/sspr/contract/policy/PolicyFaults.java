package io.sspr.contract.policy;

import io.sspr.contract.Disclosure;
import io.sspr.contract.MethodKind;
import io.sspr.contract.state.Policy;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a policy, all of it at once; services and tools ask the same. */
public final class PolicyFaults {
    /** As many as a reply can name. */
    private static final int MOST = 100;

    private static final int DAY = 24 * 3600;
    private static final int LONGEST_BLOCK = 30 * DAY;
    private static final int LONGEST_WAIT = 30 * DAY;
    private static final int MANY = 100_000_000;
    private static final int MOST_TERMS = 1000;

    /** As Microsoft documents it for Entra, of banned words as of names. */
    private static final int SHORTEST_WORD = 4;

    private static final Pattern PLAIN_ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,180}[A-Za-z0-9])?");

    private final Policy policy;
    private final List<PolicyFault> found = new ArrayList<>();

    private PolicyFaults(Policy policy) {
        this.policy = policy;
    }

    /** Every fault, in the order of the document; empty if it can be in force. */
    public static List<PolicyFault> of(Policy policy) {
        PolicyFaults faults = new PolicyFaults(policy);
        faults.resets();
        faults.passwords();
        faults.people();
        faults.registration();
        faults.checks();
        faults.limits();
        faults.help();
        return List.copyOf(faults.found.subList(0, Math.min(MOST, faults.found.size())));
    }

    private void resets() {
        List<MethodKind> kinds = policy.kinds();
        range("gates", policy.gates(), 1, 2);
        // Two methods of one kind are not different.
        require(policy.gates() <= kinds.size(), "gates", "must not be more than there are kinds");
        require(!kinds.isEmpty(), "kinds", "must not be empty");
        registeredOnce("kinds", kinds);
        // NIST SP 800-63B-4 3.2.9, OOB-08: whoever cannot or does not want to be reached by text has another way.
        require(
                !kinds.contains(MethodKind.SMS) || kinds.size() > 1,
                "kinds",
                "must name another kind besides SMS, for people who cannot be reached so");
        range("methodRules.quarantineHours", policy.methodRules().quarantineHours(), 0, 720);
        registeredOnce("stopped.kinds", policy.stopped().kinds());
    }

    private void passwords() {
        int minimum = policy.passwordRules().minimumLength();
        int maximum = policy.passwordRules().maximumLength();
        range("passwordRules.minimumLength", minimum, 8, 256);
        range("passwordRules.maximumLength", maximum, 64, 256);
        require(minimum <= maximum, "passwordRules.minimumLength", "must not be more than maximumLength");
    }

    private void people() {
        ScopeRules scope = policy.scope();
        groups("scope.include", scope.include());
        groups("scope.exclude", scope.exclude());
        require(
                scope.scope() != Scope.SELECTED || !scope.include().isEmpty(),
                "scope.include",
                "must name a group where the scope is SELECTED");
        AdministratorRules administrators = policy.administrators();
        range("administrators.gates", administrators.gates(), 1, 2);
        registeredOnce("administrators.kinds", administrators.kinds());
        long count = policy.kinds().stream()
                .filter(administrators.kinds()::contains)
                .distinct()
                .count();
        require(
                !administrators.allowed() || Math.max(policy.gates(), administrators.gates()) <= count,
                "administrators.gates",
                "must not be more than there are kinds of the policy that count for administrators");
        require(
                policy.disclosure() != Disclosure.STRICT || policy.kinds().containsAll(administrators.kinds()),
                "administrators.kinds",
                "must be among the kinds of the policy where the disclosure is STRICT");
    }

    private void registration() {
        SignInRules signIn = policy.signIn();
        range("signIn.methods", signIn.methods(), 0, 2);
        registeredOnce("signIn.kinds", signIn.kinds());
        require(
                signIn.methods() <= signIn.kinds().size(),
                "signIn.methods",
                "must not be more than there are kinds for sign-in");
        RegistrationRules rules = policy.registration();
        range("registration.reconfirmDays", rules.reconfirmDays(), 0, 730);
        onlyIfRequired("registration.reconfirmDays", rules.reconfirmDays() != 0);
        Integer skips = rules.skips();
        Integer deadline = rules.deadlineDays();
        if (skips != null) range("registration.skips", skips, 0, 1000);
        if (deadline != null) range("registration.deadlineDays", deadline, 0, 730);
        onlyIfRequired("registration.skips", skips != null);
        onlyIfRequired("registration.deadlineDays", deadline != null);
    }

    private void checks() {
        PasswordChecks checks = policy.passwordChecks();
        range(
                "passwordChecks.minimumLengthBesideFactor",
                checks.minimumLengthBesideFactor(),
                8,
                policy.passwordRules().maximumLength());
        range("passwordChecks.classes", checks.classes(), 0, 4);
        range("passwordChecks.historyOnChange", checks.historyOnChange(), 0, 24);
        range("passwordChecks.historyOnReset", checks.historyOnReset(), 0, 24);
        List<String> terms = checks.words().terms();
        require(terms.size() <= MOST_TERMS, "passwordChecks.words.terms", "must not be more than 1000");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < terms.size(); i++) {
            String path = "passwordChecks.words.terms[" + i + "]";
            String term = composed(terms.get(i));
            int length = term.codePointCount(0, term.length());
            require(length >= SHORTEST_WORD && length <= 16, path, "must have 4 to 16 characters");
            require(
                    seen.add(term.toLowerCase(Locale.ROOT)),
                    path,
                    "must not be there twice; upper and lower case are the same");
        }
        List<String> names = checks.words().organisationNames();
        for (int i = 0; i < names.size(); i++) {
            String name = composed(names.get(i));
            require(
                    !name.isBlank() && name.codePointCount(0, name.length()) >= SHORTEST_WORD,
                    "passwordChecks.words.organisationNames[" + i + "]",
                    "must have at least 4 characters: a shorter one is in too many words; name a longer form of it");
        }
    }

    /** As words are compared. */
    private static String composed(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFC);
    }

    private void limits() {
        LimitRules limits = policy.limits();
        ProofLimits proofs = limits.proofs();
        range("limits.proofs.inVerification", proofs.inVerification(), 1, 20);
        range("limits.proofs.freeInARow", proofs.freeInARow(), 0, 100);
        waits("limits.proofs", proofs.firstWaitSeconds(), proofs.longestWaitSeconds());
        range("limits.proofs.untilLocked", proofs.untilLocked(), 1, 100);
        CodeLimits codes = limits.codes();
        range("limits.codes.lifeSeconds", codes.lifeSeconds(), 60, 600);
        range("limits.codes.mailLifeSeconds", codes.mailLifeSeconds(), 60, DAY);
        range("limits.codes.resends", codes.resends(), 0, 10);
        range("limits.codes.firstResendSeconds", codes.firstResendSeconds(), 10, 600);
        ResetLimits resets = limits.resets();
        range("limits.resets.inactivitySeconds", resets.inactivitySeconds(), 60, 3600);
        range("limits.resets.lifeSeconds", resets.lifeSeconds(), 60, 3600);
        range("limits.resets.choices", resets.choices(), 1, 50);
        range("limits.resets.refusals", resets.refusals(), 1, 100);
        range("limits.resets.freePerHour", resets.freePerHour(), 1, MANY);
        waits("limits.resets", resets.firstWaitSeconds(), resets.longestWaitSeconds());
        range("limits.resets.strongOnlyPerDay", resets.strongOnlyPerDay(), 1, MANY);
        SignInLimits signIns = limits.signIns();
        range("limits.signIns.failures", signIns.failures(), 1, 100);
        range("limits.signIns.firstLockSeconds", signIns.firstLockSeconds(), 1, LONGEST_WAIT);
        range("limits.signIns.longestLockSeconds", signIns.longestLockSeconds(), 1, LONGEST_WAIT);
        require(
                signIns.firstLockSeconds() <= signIns.longestLockSeconds(),
                "limits.signIns.longestLockSeconds",
                "must not be less than firstLockSeconds");
        range("limits.signIns.remembered", signIns.remembered(), 0, 10);
        messages(limits.messages());
        blocks(limits.blocks());
    }

    private void messages(MessageLimits messages) {
        range("limits.messages.destinationPerHour", messages.destinationPerHour(), 1, MANY);
        range("limits.messages.destinationPerDay", messages.destinationPerDay(), 1, MANY);
        range("limits.messages.accountPerHour", messages.accountPerHour(), 1, MANY);
        range("limits.messages.accountPerDay", messages.accountPerDay(), 1, MANY);
        range("limits.messages.clientPerHour", messages.clientPerHour(), 1, MANY);
        range("limits.messages.allPerHour", messages.allPerHour(), 1, MANY);
        range("limits.messages.textsPerPrefixPerHour", messages.textsPerPrefixPerHour(), 1, MANY);
        range("limits.messages.textsPerCountryPerHour", messages.textsPerCountryPerHour(), 1, MANY);
        range("limits.messages.textsPerDay", messages.textsPerDay(), 1, MANY);
        range("limits.messages.textNoticesPerDay", messages.textNoticesPerDay(), 1, MANY);
        range("limits.messages.helpPerHour", messages.helpPerHour(), 1, MANY);
    }

    private void blocks(List<BlockRule> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            String path = "limits.blocks[" + i + "]";
            range(path + ".most", blocks.get(i).most(), 1, 1000);
            range(path + ".withinSeconds", blocks.get(i).withinSeconds(), 1, LONGEST_BLOCK);
            range(path + ".blockSeconds", blocks.get(i).blockSeconds(), 1, LONGEST_BLOCK);
        }
    }

    private void help() {
        String mail = policy.help().mail();
        String link = policy.help().link();
        require(mail == null || PLAIN_ADDRESS.matcher(mail).matches(), "help.mail", "must be a plain mail address");
        require(link == null || isSecurePage(link), "help.link", "must be an address that begins with https://");
    }

    private static boolean isSecurePage(String link) {
        try {
            URI address = new URI(link);
            String scheme = address.getScheme();
            return scheme != null
                    && scheme.toLowerCase(Locale.ROOT).equals("https")
                    && address.getHost() != null
                    && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void waits(String path, int first, int longest) {
        range(path + ".firstWaitSeconds", first, 0, LONGEST_WAIT);
        range(path + ".longestWaitSeconds", longest, 0, LONGEST_WAIT);
        require(first <= longest, path + ".longestWaitSeconds", "must not be less than firstWaitSeconds");
    }

    private void groups(String path, List<String> groups) {
        for (String group : groups)
            require(
                    !group.isBlank() && group.codePointCount(0, group.length()) <= 256,
                    path,
                    "must name groups by 1 to 256 characters");
    }

    private void registeredOnce(String path, List<MethodKind> kinds) {
        require(kinds.stream().allMatch(MethodKind::isRegistered), path, "must be kinds that people register");
        require(new HashSet<>(kinds).size() == kinds.size(), path, "must not name a kind twice");
    }

    private void onlyIfRequired(String path, boolean isThere) {
        require(
                policy.registration().required() || !isThere,
                path,
                "is of no use where registration is not required: leave it away");
    }

    private void range(String path, int value, int least, int most) {
        require(value >= least && value <= most, path, "must be " + least + " to " + most);
    }

    private void require(boolean holds, String path, String problem) {
        if (!holds) found.add(new PolicyFault(path, problem));
    }
}
