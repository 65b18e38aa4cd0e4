package io.sspr.portal.web;

import io.sspr.contract.PasswordRule;
import io.sspr.contract.Refusal;
import io.sspr.contract.policy.Ineligibility;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.RequestExpired;
import io.sspr.contract.reply.RequestRefused;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the last step did not go as the person hoped.
 *
 * @param refusal as the service said it
 * @param ineligible why the person cannot do it alone, where the policy tells that
 * @param rules of passwords that the new one breaks
 * @param attemptsLeft further tries
 * @param retryAt earlier ones are not looked at
 */
public record Trouble(
        Cause cause,
        @Nullable Refusal refusal,
        @Nullable Ineligibility ineligible,
        List<PasswordRule> rules,
        @Nullable Integer attemptsLeft,
        @Nullable Instant retryAt) {

    /** What kind of trouble. */
    public enum Cause {
        /** A service refused it, with a reason. */
        REFUSED,
        /** It was too long on its way to have an effect. */
        LATE,
        /** The code was not typed in time; another can be had. */
        CODE_EXPIRED,
        /** Not for this person. */
        INELIGIBLE,
        /** The password breaks rules. */
        RULES,
        /** The password and its repetition differ. */
        DIFFERENT,
        /** The service answered something else than it should; never seen with services of this version. */
        UNEXPECTED
    }

    public Trouble {
        rules = List.copyOf(rules);
    }

    /** Refused. */
    public static Trouble refused(Refusal refusal, @Nullable Instant retryAt) {
        return new Trouble(Cause.REFUSED, refusal, null, List.of(), null, retryAt);
    }

    /** A wrong proof. */
    public static Trouble wrong(Refusal refusal, int attemptsLeft, @Nullable Instant retryAt) {
        return new Trouble(Cause.REFUSED, refusal, null, List.of(), attemptsLeft, retryAt);
    }

    /** A password that does not do. */
    public static Trouble broken(List<PasswordRule> rules) {
        return new Trouble(Cause.RULES, null, null, rules, null, null);
    }

    /** Not for this person. */
    public static Trouble ineligible(Ineligibility reason) {
        return new Trouble(Cause.INELIGIBLE, null, reason, List.of(), null, null);
    }

    /** Of a reply that is not what was hoped for. */
    public static Trouble of(Reply reply) {
        if (reply instanceof RequestRefused refused) return refused(refused.reason(), refused.retryAt());
        return of(reply instanceof RequestExpired ? Cause.LATE : Cause.UNEXPECTED);
    }

    /** Of a cause that needs no more. */
    public static Trouble of(Cause cause) {
        return new Trouble(cause, null, null, List.of(), null, null);
    }
}
