package io.sspr.notification.template;

import static java.util.Objects.requireNonNullElse;

import io.sspr.contract.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a text message of what there is to say: always one of 160 characters at most, for which a long name of the
 * organisation is cut. A code ends with the line that binds it to our page (SMS-01); a notice has no link, which would not
 * fit, but a code to read out.
 */
public final class TextTemplates {

    private static final int SHORTEST_NAME = 8;

    private final Brand brand;
    private final Languages languages;
    private final ZoneId zone;

    /** For one organisation; throws IllegalArgumentException if the texts leave no room. */
    public TextTemplates(Brand brand, Languages languages, ZoneId zone) {
        this.brand = brand;
        this.languages = languages;
        this.zone = zone;
        languages.tags().forEach(this::check);
    }

    /** The text in the language of that BCP 47 tag, or in English, in the alphabet of text messages. */
    public String text(Content content, Added added, String languageTag) {
        return content instanceof Content.Code code
                ? code(code, languageTag)
                : notice((Content.Notice) content, added, languageTag);
    }

    private String code(Content.Code code, String languageTag) {
        String page = brand.page();
        String ending = page == null ? "" : "\n" + new OriginBoundCode(page, code.code()).line();
        Map<String, String> values =
                Map.of("code", code.code(), "minutes", MailTemplates.minutes(code.at(), code.until()));
        String key = "sms." + MailTemplates.key(code.purpose());
        return fitting(languageTag, key, texts -> texts.text(key, values), ending);
    }

    private String notice(Content.Notice notice, Added added, String languageTag) {
        String key = "sms." + notice.occasion().about();
        Function<Texts, String> what = texts -> texts.text(key, Map.of("when", texts.shortDateAndTime(notice.at())));
        Texts texts = texts(languageTag, brand.organisation());
        Map<String, String> values = Map.of("code", requireNonNullElse(added.code(), ""), "helpdesk", brand.helpdesk());
        String objection = added.code() == null ? "" : "\n" + texts.text("sms.stranger-at", values);
        // The place is the first to be left out, its network before it; then the helpdesk, then the end of the name.
        for (String said : places(notice.place(), texts)) {
            String whole = Gsm7.of(what.apply(texts) + said + objection);
            if (Gsm7.length(whole) <= Gsm7.SEGMENT) return whole;
        }
        String shorter = added.code() == null ? "" : "\n" + texts.text("sms.stranger", values);
        return fitting(languageTag, key, what, shorter);
    }

    private static List<String> places(@Nullable Place place, Texts texts) {
        List<String> places = new ArrayList<>();
        if (place != null) places.add(from(place, texts));
        if (place != null && place.agent() != null) places.add(from(new Place(place.agent(), null), texts));
        places.add("");
        return places;
    }

    private static String from(Place place, Texts texts) {
        return " " + texts.text("sms.from", Map.of("place", texts.place(place)));
    }

    /** The last line must arrive as it is: browsers read it. */
    private String fitting(String languageTag, String key, Function<Texts, String> what, String ending) {
        String name = Gsm7.of(brand.organisation());
        while (true) {
            String text = Gsm7.of(what.apply(texts(languageTag, name)) + ending);
            int over = Gsm7.length(text) - Gsm7.SEGMENT;
            if (over <= 0) return text;
            if (name.length() <= SHORTEST_NAME)
                throw new IllegalArgumentException("The text for " + key + " in the language " + languageTag
                        + " is too long for a text message by " + over
                        + " characters: shorten it, or the host of sspr.notification.page.");
            name = name.substring(0, Math.max(SHORTEST_NAME, name.length() - over))
                    .strip();
        }
    }

    private Texts texts(String languageTag, String organisation) {
        return languages.of(languageTag, zone, organisation);
    }

    private void check(String language) {
        // Wide, as a year has no longer day.
        Instant at = Instant.parse("2026-12-22T22:22:22Z");
        for (Purpose purpose : Purpose.values())
            text(new Content.Code(purpose, "00000000", at, at.plus(Duration.ofMinutes(99))), Added.NOTHING, language);
        for (Occasion occasion : Occasion.values())
            if (occasion != Occasion.CODE && !occasion.isForAdministrators())
                text(new Content.Notice(occasion, null, at), Added.dispute(null, "00000-00000"), language);
    }
}
