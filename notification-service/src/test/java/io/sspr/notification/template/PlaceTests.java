package io.sspr.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.secret.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTests {

    private static final String NETWORK = "203.0.113.0/24";

    @Test
    void isTheProgramAndTheNetwork() {
        assertThat(Place.of(new Origin(NETWORK, "Firefox on Windows")))
                .contains(new Place("Firefox on Windows", NETWORK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.0/24", "0.0.0.0/0", "255.255.255.255/32", "2001:db8:1::/48", "2001:DB8::/32"})
    void namesAnyNetwork(String network) {
        assertThat(Place.of(new Origin(network, "curl"))).contains(new Place("curl", network));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "evil.example",
                "203.0.113.0",
                "203.0.113.0/33",
                "256.0.113.0/24",
                "0900.1234.56.7/24",
                "2001:db8:1::/49",
                "2001:db8:1:2:3:4:5:6",
                "203.0.113.0/24\n",
                "203.0.113.0/24 Call us"
            })
    void leavesOutWhatIsNoNetwork(String network) {
        assertThat(Place.of(new Origin(network, "Firefox 142"))).contains(new Place("Firefox 142", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Go to evil.example",
                "https://evil.example",
                "Call 0900 1234567",
                "Firefox\r\nBcc: eva",
                "Firefox\u2028",
                "<b>Firefox</b>",
                "Firefox  {code}",
                "Firefox ",
                "A long tale of a browser that never was there"
            })
    void leavesOutWhatIsNoNameOfAProgram(String agent) {
        assertThat(Place.of(new Origin(NETWORK, agent))).contains(new Place(null, NETWORK));
    }

    @Test
    void isNoneWhereNothingCanBeSaid() {
        assertThat(Place.of(null)).isEmpty();
        assertThat(Place.of(new Origin("", "<script>"))).isEmpty();
    }

    @Test
    void doesNotPrintItself() {
        Place place = new Place("Firefox", NETWORK);
        assertThat(place.toString() + new Content.Notice(Occasion.CODE, null, Messages.ASKED, null, null, place))
                .doesNotContain("Firefox", NETWORK);
    }
}
