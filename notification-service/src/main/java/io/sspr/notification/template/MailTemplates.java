package io.sspr.notification.template;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes a mail of what there is to say. Nothing that a stranger wrote gets into it, it has no links, and no code is in a
 * subject or in the first lines, which a locked telephone shows (NIST SP 800-63B-4 3.1.3.1, NTF-03, EML-03).
 */
public final class MailTemplates {

    private static final int GROUP = 4;

    private final Map<String, String> sender;
    private final String helpdesk;

    /**
     * For one organisation.
     *
     * @param organisation as it calls itself
     * @param helpdesk how to reach the people who help, such as a telephone number
     */
    public MailTemplates(String organisation, String helpdesk) {
        this.sender = Map.of("organisation", organisation);
        this.helpdesk = helpdesk;
    }

    /** The mail in the language of that BCP 47 tag, or in English. */
    public Mail mail(Content content, String languageTag) {
        Texts texts = Texts.of(languageTag);
        return content instanceof Content.Code code ? code(code, texts) : notice((Content.Notice) content, texts);
    }

    private Mail code(Content.Code code, Texts texts) {
        String key = key(code.purpose());
        Map<String, String> life = Map.of(
                "until", texts.time(code.until()),
                "minutes", minutes(code.at(), code.until()));
        return set(
                texts,
                key,
                List.of(
                        new Part.Paragraph(texts.text(key + ".what", sender)),
                        new Part.Warning(texts.text("code.secret", sender)),
                        new Part.Digits(grouped(code.code())),
                        new Part.Paragraph(texts.text("code.life", life)),
                        new Part.Paragraph(texts.text(key + ".stranger", sender)),
                        new Part.Helpdesk(helpdesk),
                        new Part.Closing(texts.text("closing", sender))));
    }

    private Mail notice(Content.Notice notice, Texts texts) {
        String key = key(notice);
        String advice = notice.occasion() == Occasion.METHOD_LOCKED ? "method-locked" : "notice";
        return set(
                texts,
                key,
                List.of(
                        new Part.Paragraph(texts.text(key + ".what", sender)),
                        new Part.Fact(texts.text("notice.when", Map.of()), texts.dateAndTime(notice.at())),
                        new Part.Paragraph(texts.text(advice + ".owner", sender)),
                        new Part.Warning(texts.text(advice + ".stranger", sender)),
                        new Part.Helpdesk(helpdesk),
                        new Part.Closing(texts.text("closing", sender))));
    }

    private Mail set(Texts texts, String key, List<Part> parts) {
        String subject = texts.text(key + ".subject", sender);
        return new Mail(texts.language(), subject, Layout.text(parts), Layout.html(texts.language(), subject, parts));
    }

    /** Such as {@code code.reset}. */
    static String key(Purpose purpose) {
        return Occasion.CODE.about() + "." + kebab(purpose);
    }

    /** Such as {@code password-reset} or {@code method-locked.email}. */
    static String key(Content.Notice notice) {
        MethodKind kind = notice.kind();
        return notice.occasion().about() + (kind == null ? "" : "." + kebab(kind));
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** "12345678" becomes "1234 5678"; six digits "123 456". */
    static String grouped(String code) {
        int group = code.length() % GROUP == 0 ? GROUP : GROUP - 1;
        List<String> groups = new ArrayList<>();
        for (int at = 0; at < code.length(); at += group)
            groups.add(code.substring(at, Math.min(code.length(), at + group)));
        return String.join(" ", groups);
    }

    /** Rounded up, as a person would say it. */
    private static String minutes(Instant from, Instant until) {
        long seconds = Math.max(0, Duration.between(from, until).toSeconds());
        return Long.toString((seconds + 59) / 60);
    }
}
