package io.sspr.portal.web;

import io.sspr.contract.PasswordRule;
import io.sspr.contract.advice.Advice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Sentences in the language of the person whose page is being made. */
@Component
public class Texts {

    private static final Duration TELL_AHEAD = Duration.ofSeconds(1);

    private final MessageSource messages;
    private final Clock clock;

    Texts(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** The sentence with that key. */
    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** What a page says of trouble, and what to do about it. */
    public @Nullable TroubleView of(@Nullable Trouble trouble) {
        if (trouble == null) return null;
        Long retryAt = trouble.retryAt() == null || !trouble.retryAt().isAfter(clock.instant())
                ? null
                : trouble.retryAt().toEpochMilli();
        return new TroubleView(
                sentence(trouble),
                attempts(trouble),
                retryAt == null ? null : of("trouble.retry", waiting(trouble.retryAt())),
                retryAt,
                rules(trouble.rules()));
    }

    /** That none is left the sentence says. */
    private @Nullable String attempts(Trouble trouble) {
        Integer left = trouble.attemptsLeft();
        return left == null || left == 0 ? null : of("trouble.attempts", left);
    }

    private String sentence(Trouble trouble) {
        return switch (trouble.cause()) {
            case LATE -> of("trouble.late");
            case CODE_EXPIRED -> of("trouble.code-expired");
            case RULES -> of("trouble.rules");
            case DIFFERENT -> of("trouble.different");
            case UNEXPECTED -> of("refusal.FAULT");
            case INELIGIBLE ->
                trouble.ineligible() == null
                        ? of("refusal.FAULT")
                        : Advice.in(language()).person(trouble.ineligible());
            case REFUSED -> trouble.refusal() == null ? of("refusal.FAULT") : refusal(trouble);
        };
    }

    /** Reasons that only a fault of a front end brings about have one sentence in common. */
    private String refusal(Trouble trouble) {
        String fallback = of("refusal.FAULT");
        String text =
                messages.getMessage("refusal." + trouble.refusal(), null, fallback, LocaleContextHolder.getLocale());
        return text == null ? fallback : text;
    }

    /** Which rules, in words. */
    public List<String> rules(List<PasswordRule> rules) {
        return rules.stream().map(rule -> of("rule." + rule.name())).toList();
    }

    /** How long until then, in the unit that a person would use. */
    public String waiting(@Nullable Instant until) {
        Duration left = Duration.between(clock.instant(), until == null ? clock.instant() : until);
        long seconds = Math.max(1, left.plus(TELL_AHEAD).toSeconds());
        if (seconds < 90) return of("duration.seconds", seconds);
        long minutes = rounded(seconds, 60);
        if (minutes < 90) return of("duration.minutes", minutes);
        long hours = rounded(minutes, 60);
        return hours < 48 ? of("duration.hours", hours) : of("duration.days", rounded(hours, 24));
    }

    /** Up, for whoever comes earlier is refused. */
    private static long rounded(long amount, long unit) {
        return (amount + unit - 1) / unit;
    }

    /** Tag of the page's language. */
    public String language() {
        Locale locale = LocaleContextHolder.getLocale();
        return locale.toLanguageTag();
    }

    /**
     * Trouble as a page says it.
     *
     * @param text what happened and what to do
     * @param attempts how many tries are left
     * @param retry when to try again, in words
     * @param retryAt the same for a script that counts down, milliseconds since 1970
     * @param rules what the password breaks
     */
    public record TroubleView(
            String text,
            @Nullable String attempts,
            @Nullable String retry,
            @Nullable Long retryAt,
            List<String> rules) {}
}
