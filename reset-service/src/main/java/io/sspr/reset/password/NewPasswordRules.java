package io.sspr.reset.password;

import io.sspr.contract.CanonicalLogin;
import io.sspr.contract.PasswordRule;
import io.sspr.contract.policy.CharacterSet;
import io.sspr.reset.account.KnownAccount;
import io.sspr.reset.hashing.Password;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a new password must satisfy by itself, with all rules that it breaks at once: length in code points of its NFC form,
 * characters, not like the login (NIST SP 800-63B-4 3.1.1.2), and as far as the policy asks for it classes of characters
 * and banned words.
 */
public final class NewPasswordRules {

    /** Of a password that holds a name of its owner at least so many code points must be something else. */
    private static final int OWN_POINTS = 8;

    /** Shorter names are in too many words to mean anything. */
    private static final int SHORTEST_NAME = 4;

    private NewPasswordRules() {}

    /** All rules that a typed password breaks; those about its owner only where there is one. */
    public static Set<PasswordRule> broken(String typed, Demands demands, @Nullable KnownAccount account) {
        Set<PasswordRule> broken = EnumSet.noneOf(PasswordRule.class);
        Optional<Password> password = Password.of(typed);
        int points = typed.length() > 4 * Password.MOST_BYTES ? Integer.MAX_VALUE : points(typed);
        if (points < demands.minimumLength()) broken.add(PasswordRule.TOO_SHORT);
        if (points > demands.maximumLength()) broken.add(PasswordRule.TOO_LONG);
        if (Composition.hasUntypable(typed)) broken.add(PasswordRule.FORBIDDEN_CHARACTER);
        else if (!typed.isEmpty() && password.isEmpty()) broken.add(PasswordRule.TOO_LONG);
        if (demands.characters() == CharacterSet.ASCII && !Composition.isPrintableAscii(typed))
            broken.add(PasswordRule.FORBIDDEN_CHARACTER);
        if (account != null && !broken.contains(PasswordRule.TOO_LONG) && isLike(typed, account))
            broken.add(PasswordRule.LIKE_LOGIN);
        // What has no form to be hashed in is not looked at any further: it may be of any length.
        password.ifPresent(form -> addGuessable(form.text(), demands, account, broken));
        return broken;
    }

    private static void addGuessable(
            String password, Demands demands, @Nullable KnownAccount account, Set<PasswordRule> broken) {
        if (Composition.classes(password) < demands.classes()) broken.add(PasswordRule.TOO_FEW_CLASSES);
        if (CommonPasswords.holds(password)) broken.add(PasswordRule.COMMON);
        if (!demands.words().enforced()) return;
        if (!BannedTerms.of(demands.words()).score(password).isEnough()) broken.add(PasswordRule.GUESSABLE);
        List<String> names = new ArrayList<>(demands.words().organisationNames());
        if (account != null) names.addAll(namesOf(account));
        if (BannedTerms.holdsName(password, names)) broken.add(PasswordRule.HOLDS_NAME);
    }

    /** Each name as it is and in its parts, and the login up to its domain. */
    private static List<String> namesOf(KnownAccount account) {
        Stream<String> parts = account.names().stream()
                .flatMap(name -> Stream.concat(Stream.of(name), Stream.of(name.split("[\\s-]+"))));
        return Stream.concat(parts, Stream.of(beforeDomain(account.login()))).toList();
    }

    private static int points(String typed) {
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
        return composed.codePointCount(0, composed.length());
    }

    private static boolean isLike(String typed, KnownAccount account) {
        String password = canonical(typed);
        String login = canonical(account.login());
        return isLike(password, login)
                || isLike(password, beforeDomain(login))
                || isLike(password, canonical(account.organisationId()));
    }

    /** Like a name is the name itself, and the name with too little besides. */
    private static boolean isLike(String password, String name) {
        if (name.isEmpty()) return false;
        if (password.equals(name)) return true;
        if (name.codePointCount(0, name.length()) < SHORTEST_NAME || !password.contains(name)) return false;
        String rest = password.replace(name, "");
        return rest.codePointCount(0, rest.length()) < OWN_POINTS;
    }

    private static String beforeDomain(String login) {
        int at = login.indexOf('@');
        return at < 0 ? login : login.substring(0, at);
    }

    private static String canonical(String name) {
        return CanonicalLogin.of(name).map(CanonicalLogin::text).orElse("");
    }
}
