package io.sspr.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class OriginsTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.0/24",
        "127.0.0.1, 127.0.0.0/24",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48",
        "::1, 0:0:0:0:0:0:0:0/48",
        "::ffff:192.0.2.77, 192.0.2.0/24",
    })
    void keepsOnlyTheNetwork(String address, String prefix) {
        assertThat(Origins.prefix(address)).isEqualTo(prefix);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0                                               | Firefox on Linux
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36          | Chrome on Windows
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0 | Edge on Windows
            Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 OPR/120.0            | Opera on Windows
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1  | Safari on iOS
            Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/142.0 Mobile/15E148 Safari/604.1            | Chrome on iOS
            Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36    | Chrome on Android
            Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15   | Safari on macOS
            curl/8.0                                                                                                             | Browser
            """)
    void namesProgramAndSystemAndNoVersion(String agent, String family) {
        assertThat(Origins.family(agent)).isEqualTo(family);
    }

    /** Anybody can write that header; who may is the container's to say. */
    @Test
    void believesNoForwardedAddress() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("192.0.2.77");
        request.addHeader("X-Forwarded-For", "198.51.100.1");

        assertThat(Origins.of(request).addressPrefix()).isEqualTo("192.0.2.0/24");
        assertThat(Origins.of(request).agentFamily()).isEqualTo("Browser");
    }
}
