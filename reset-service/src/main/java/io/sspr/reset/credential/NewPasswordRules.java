package io.sspr.reset.credential;

import io.sspr.contract.CanonicalLogin;
import io.sspr.contract.PasswordRule;
import io.sspr.contract.PasswordRules;
import io.sspr.reset.account.KnownAccount;
import io.sspr.reset.hashing.Password;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a new password must satisfy by itself (NIST SP 800-63B-4 3.1.1.2): length in code points of its NFC form, no
 * control characters, not like the login. No rules of composition (PWD-04).
 */
public final class NewPasswordRules {

    /** Of a password that holds a name of its owner at least so many code points must be something else. */
    private static final int OWN_POINTS = 8;

    /** Shorter names are in too many words to mean anything. */
    private static final int SHORTEST_NAME = 4;

    private NewPasswordRules() {}

    /** All rules that a typed password breaks. */
    public static Set<PasswordRule> broken(String typed, PasswordRules rules, @Nullable KnownAccount account) {
        Set<PasswordRule> broken = EnumSet.noneOf(PasswordRule.class);
        int points = typed.length() > 4 * Password.MOST_BYTES ? Integer.MAX_VALUE : points(typed);
        if (points < rules.minimumLength()) broken.add(PasswordRule.TOO_SHORT);
        if (points > rules.maximumLength()) broken.add(PasswordRule.TOO_LONG);
        if (Password.hasLoneSurrogate(typed) || typed.codePoints().anyMatch(Character::isISOControl))
            broken.add(PasswordRule.FORBIDDEN_CHARACTER);
        else if (!typed.isEmpty() && Password.of(typed).isEmpty()) broken.add(PasswordRule.TOO_LONG);
        if (account != null && !broken.contains(PasswordRule.TOO_LONG) && isLike(typed, account))
            broken.add(PasswordRule.LIKE_LOGIN);
        return broken;
    }

    private static int points(String typed) {
        String composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
        return composed.codePointCount(0, composed.length());
    }

    private static boolean isLike(String typed, KnownAccount account) {
        String password = CanonicalLogin.of(typed).map(CanonicalLogin::text).orElse("");
        String login = canonical(account.login());
        int at = login.indexOf('@');
        return isLike(password, login)
                || isLike(password, at < 0 ? login : login.substring(0, at))
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

    private static String canonical(String name) {
        return CanonicalLogin.of(name).map(CanonicalLogin::text).orElse("");
    }
}
