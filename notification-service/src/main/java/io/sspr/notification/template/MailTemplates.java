package io.sspr.notification.template;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.sspr.contract.MethodKind;
import io.sspr.contract.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a mail of what there is to say. Nothing that a stranger typed gets into it, no code is in a subject or in the first
 * lines, which a locked telephone shows (NIST SP 800-63B-4 3.1.3.1, EML-03), a mail with a code has no links, and every
 * notice says how to object (NTF-03).
 */
public final class MailTemplates {

    private static final int GROUP = 4;

    private final Brand brand;
    private final Languages languages;
    private final Layout layout;
    private final ZoneId zone;

    /** For one organisation. */
    public MailTemplates(Brand brand, Languages languages, Layout layout, ZoneId zone) {
        this.brand = brand;
        this.languages = languages;
        this.layout = layout;
        this.zone = zone;
    }

    /** The mail in the language of that BCP 47 tag, or in English. */
    public Mail mail(Content content, Added added, String languageTag) {
        Texts texts = languages.of(languageTag, zone, brand.organisation());
        if (content instanceof Content.Code code) return code(code, texts);
        Content.Notice notice = (Content.Notice) content;
        return notice.occasion().isForAdministrators()
                ? toAdministrators(notice, added, texts)
                : notice(notice, added, texts);
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
                        new Part.Paragraph(texts.text(key + ".what")),
                        new Part.Warning(texts.text("code.secret")),
                        new Part.Digits(grouped(code.code())),
                        new Part.Paragraph(texts.text("code.life", life)),
                        new Part.Paragraph(texts.text(key + ".stranger")),
                        new Part.Helpdesk(brand.helpdesk()),
                        new Part.Closing(texts.text("closing"))));
    }

    private Mail notice(Content.Notice notice, Added added, Texts texts) {
        String key = key(notice, texts);
        String about = notice.occasion().about();
        Map<String, String> values = values(notice, texts);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Paragraph(texts.text(key + ".what", values)));
        if (notice.occasion() == Occasion.METHOD_REGISTERED)
            parts.add(new Part.Paragraph(texts.text(about + (notice.until() == null ? ".now" : ".later"), values)));
        parts.add(new Part.Fact(texts.text("notice.when"), texts.dateAndTime(notice.at())));
        if (notice.place() != null) parts.add(new Part.Fact(texts.text("notice.from"), texts.place(notice.place())));
        parts.add(new Part.Paragraph(texts.either(about + ".owner", "notice.owner")));
        parts.add(new Part.Warning(texts.either(about + ".stranger", "notice.stranger")));
        parts.add(new Part.Helpdesk(brand.helpdesk()));
        if (added.code() != null)
            parts.add(new Part.Paragraph(texts.text("notice.code", Map.of("code", added.code()))));
        if (added.link() != null) {
            parts.add(new Part.Paragraph(texts.text("notice.link")));
            parts.add(new Part.Link(texts.text("notice.link-text"), added.link()));
        }
        if (brand.supportLink() != null)
            parts.add(new Part.Link(requireNonNullElse(brand.supportText(), brand.supportLink()), brand.supportLink()));
        boolean onlyOurLink = added.link() != null && brand.supportLink() == null;
        if (onlyOurLink)
            parts.add(new Part.Closing(texts.text("closing.link", Map.of("host", requireNonNull(brand.page())))));
        else if (brand.supportLink() == null) parts.add(new Part.Closing(texts.text("closing")));
        return set(texts, key, parts);
    }

    private Mail toAdministrators(Content.Notice notice, Added added, Texts texts) {
        String key = key(notice, texts);
        return set(
                texts,
                key,
                List.of(
                        new Part.Paragraph(texts.text(key + ".what")),
                        new Part.Fact(texts.text("notice.when"), texts.dateAndTime(notice.at())),
                        new Part.Fact(texts.text("notice.login"), oneLine(added.login())),
                        new Part.Fact(texts.text("notice.organisation-id"), oneLine(added.organisationId())),
                        new Part.Closing(texts.text("closing"))));
    }

    /** Names are the organisation's own, yet none of them shall look like a line of ours. */
    private static String oneLine(@Nullable String name) {
        return requireNonNullElse(name, "").replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
    }

    private static Map<String, String> values(Content.Notice notice, Texts texts) {
        Instant until = notice.until();
        Integer left = notice.left();
        return Map.of(
                "until", until == null ? "" : texts.dateAndTime(until),
                "left", left == null ? "" : left.toString());
    }

    private Mail set(Texts texts, String key, List<Part> parts) {
        String subject = texts.text(key + ".subject");
        return new Mail(
                texts.language(), subject, Layout.text(parts), layout.html(texts.language(), subject, parts, brand));
    }

    /** Such as {@code code.reset}. */
    static String key(Purpose purpose) {
        return Occasion.CODE.about() + "." + kebab(purpose);
    }

    /** Such as {@code password-reset}, {@code method-locked.email} or, of a kind without words of its own, {@code method-locked.other}. */
    private static String key(Content.Notice notice, Texts texts) {
        String about = notice.occasion().about();
        MethodKind kind = notice.kind();
        if (kind == null) return about;
        String own = about + "." + kebab(kind);
        return texts.has(own + ".subject") ? own : about + ".other";
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
    static String minutes(Instant from, Instant until) {
        long seconds = Math.max(0, Duration.between(from, until).toSeconds());
        return Long.toString((seconds + 59) / 60);
    }
}
