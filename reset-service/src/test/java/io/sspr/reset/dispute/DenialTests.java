package io.sspr.reset.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.secret.DisputeEntry;
import org.junit.jupiter.api.Test;

/** One thing says whose account it is, never two that could differ (ATK-13). */
class DenialTests {

    @Test
    void aTokenAloneIsOne() {
        assertThat(Denial.of(new DisputeEntry("token", null, null, null))).contains(new Denial.ByToken("token"));
    }

    @Test
    void aCodeWithALoginIsOne() {
        assertThat(Denial.of(new DisputeEntry(null, "jane", "code", null))).contains(new Denial.ByCode("jane", "code"));
    }

    @Test
    void neitherOrBothIsNone() {
        assertThat(Denial.of(new DisputeEntry(null, null, null, null))).isEmpty();
        assertThat(Denial.of(new DisputeEntry(null, "jane", null, null))).isEmpty();
        assertThat(Denial.of(new DisputeEntry(null, null, "code", null))).isEmpty();
        assertThat(Denial.of(new DisputeEntry("token", "jane", null, null))).isEmpty();
        assertThat(Denial.of(new DisputeEntry("token", null, "code", null))).isEmpty();
        assertThat(Denial.of(new DisputeEntry("token", "jane", "code", null))).isEmpty();
    }
}
