package io.sspr.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** After all other classes of this module: they have seen every page, and each as everybody could. */
@Order(Integer.MAX_VALUE)
class EveryPageTests {

    @RegisterExtension
    static final Browser BROWSER = Browser.at(() -> PortalSystem.shared().address());

    /** Looked at one by one, by {@link Browser#check}, and without a finding, or a test has failed. */
    @Test
    void wasLookedAtInLightAndDarkNarrowAndWideAndInBothLanguages() {
        assertThat(Walked.sights().keySet()).containsExactlyElementsOf(Walked.pages());
        assertThat(Walked.sights())
                .allSatisfy((page, sights) -> assertThat(sights)
                        .as(page)
                        .containsAll(Set.of("LIGHT", "DARK", "" + Look.NARROW, "" + Look.DESK, "en", "sl")));
    }
}
