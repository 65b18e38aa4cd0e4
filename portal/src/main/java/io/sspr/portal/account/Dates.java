package io.sspr.portal.account;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/** Times as a person writes them, in the language of the page and the time zone of the organisation's machine. */
public final class Dates {

    private Dates() {}

    /** Absent if there is none. */
    public static @Nullable String of(@Nullable Instant time) {
        return time == null ? null : of(time, LocaleContextHolder.getLocale(), ZoneId.systemDefault());
    }

    static String of(Instant time, Locale locale, ZoneId zone) {
        // English as Europe writes it: 27 November, not November 27.
        Locale full = "en".equals(locale.toLanguageTag()) ? Locale.UK : locale;
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(full)
                .format(time.atZone(zone));
        String hour = DateTimeFormatter.ofPattern("H:mm z", full).format(time.atZone(zone));
        return day + ", " + hour;
    }
}
