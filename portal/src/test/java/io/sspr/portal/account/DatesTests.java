package io.sspr.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DatesTests {

    private static final Instant TIME = Instant.parse("2026-11-27T13:05:00Z");

    @Test
    void areWrittenAsPeopleWriteThem() {
        ZoneId zone = ZoneId.of("Europe/Ljubljana");
        assertThat(Dates.of(TIME, Locale.ENGLISH, zone)).isEqualTo("27 November 2026, 14:05 CET");
        assertThat(Dates.of(TIME, Locale.forLanguageTag("sl"), zone)).startsWith("27. november 2026, 14:05");
    }
}
