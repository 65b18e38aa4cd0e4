package io.sspr.registration.policy;

import io.sspr.contract.Disclosure;
import io.sspr.contract.MethodKind;
import io.sspr.contract.MethodRules;
import io.sspr.contract.PasswordRules;
import io.sspr.contract.state.Policy;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code sspr.policy.*}; the defaults are safe.
 *
 * @param gates different methods that a reset needs, 1 or 2, and no more than there are kinds
 * @param kinds kinds of methods on offer, in this order
 * @param disclosure what an outsider may learn
 * @param passwordMinimumLength fewest code points of a password, 8 or more (NIST SP 800-63B-4 3.1.1.2, PWD-01)
 * @param passwordMaximumLength most code points of a password, 64 to 256 (PWD-02)
 * @param quarantine how long a method cannot serve a reset that no older one vouched for, 0 to 30 days in whole hours
 * @param importedCount whether addresses that provisioning told of and nobody has proven serve a reset
 */
@ConfigurationProperties("sspr.policy")
public record PolicyProperties(
        @DefaultValue("2") int gates,
        @DefaultValue({"EMAIL", "AUTHENTICATOR_APP"}) List<MethodKind> kinds,
        @DefaultValue("STRICT") Disclosure disclosure,
        @DefaultValue("15") int passwordMinimumLength,
        @DefaultValue("256") int passwordMaximumLength,
        @DefaultValue("24h") Duration quarantine,
        @DefaultValue("false") boolean importedCount) {

    /** Refuses what cannot be. */
    public PolicyProperties {
        kinds = List.copyOf(kinds);
        require(!kinds.isEmpty(), "kinds must not be empty");
        require(EnumSet.copyOf(kinds).size() == kinds.size(), "kinds must not name one twice");
        require(kinds.stream().allMatch(MethodKind::isRegistered), "kinds must be ones that people register");
        require(gates == 1 || gates == 2, "gates must be 1 or 2");
        // Two methods of one kind are not different.
        require(gates <= kinds.size(), "gates must not be more than there are kinds");
        require(passwordMinimumLength >= 8, "password-minimum-length must be 8 or more");
        require(passwordMaximumLength >= 64, "password-maximum-length must be 64 or more");
        require(passwordMaximumLength <= 256, "password-maximum-length must be 256 or less");
        require(!quarantine.isNegative() && quarantine.toDays() <= 30, "quarantine must be 0 to 30 days");
        require(quarantine.equals(Duration.ofHours(quarantine.toHours())), "quarantine must be in whole hours");
        require(passwordMinimumLength <= passwordMaximumLength, "password-minimum-length must not be the greater one");
    }

    /** As told to the other services. */
    Policy inVersion(long version) {
        PasswordRules rules = new PasswordRules(passwordMinimumLength, passwordMaximumLength);
        MethodRules methods = new MethodRules((int) quarantine.toHours(), importedCount);
        return new Policy(version, gates, kinds, disclosure, rules, methods);
    }

    private static void require(boolean holds, String what) {
        if (!holds) throw new IllegalArgumentException("sspr.policy." + what);
    }
}
