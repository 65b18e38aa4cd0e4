package io.sspr.portal.cookie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SealedCookiesTests {

    /** What a cookie holds here. */
    record Held(String text) {}

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration LIFE = Duration.ofMinutes(60);
    private static final Held HELD = new Held("secret");
    private static final String PATH = "/reset/1";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private Path key;

    @BeforeEach
    void makeKey() throws IOException {
        key = key("first", 1);
    }

    @Test
    void givesBackWhatItKept() throws IOException {
        Cookie cookie = kept(cookies(NOW, key), PATH);

        assertThat(cookie.getValue()).doesNotContain("secret").doesNotContain(base64("secret"));
        assertThat(read(cookies(NOW, key), PATH, cookie)).contains(HELD);
        // Another instance with the same keys.
        assertThat(read(cookies(NOW.plusSeconds(60), key), PATH, cookie)).contains(HELD);
    }

    @Test
    void givesBackNothingWhereNothingCame() {
        assertThat(cookies(NOW, key).kept(new MockHttpServletRequest(), CookieName.JOURNEY, PATH, Held.class))
                .isEmpty();
    }

    @Test
    void opensNoneOfAnotherPathOrName() {
        Cookie cookie = kept(cookies(NOW, key), PATH);

        assertThat(read(cookies(NOW, key), "/reset/2", cookie)).isEmpty();
        Cookie renamed = new Cookie(CookieName.SESSION.text(), cookie.getValue());
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(renamed);
        assertThat(cookies(NOW, key).kept(request, CookieName.SESSION, PATH, Held.class))
                .isEmpty();
    }

    @Test
    void opensNoneThatIsOver() {
        Cookie cookie = kept(cookies(NOW, key), PATH);

        assertThat(read(cookies(NOW.plus(LIFE), key), PATH, cookie)).contains(HELD);
        assertThat(read(cookies(NOW.plus(LIFE).plusSeconds(1), key), PATH, cookie))
                .isEmpty();
    }

    /** The end stands in the header, which is signed with the rest: whoever puts it off breaks the cookie. */
    @Test
    void opensNoneThatWasChangedAnywhere() {
        String value = kept(cookies(NOW, key), PATH).getValue();
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '.') continue;
            // Of the last letter of a part only some bits count: change its first.
            char other = value.charAt(i) == 'A' ? 'Q' : 'A';
            Cookie changed =
                    new Cookie(CookieName.JOURNEY.text(), value.substring(0, i) + other + value.substring(i + 1));
            assertThat(read(cookies(NOW, key), PATH, changed))
                    .as("letter %d", i)
                    .isEmpty();
        }
        String header = new String(
                Base64.getUrlDecoder().decode(value.substring(0, value.indexOf('.'))), StandardCharsets.UTF_8);
        String later = header.replaceAll("\"exp\":\\d+", "\"exp\":9999999999");
        assertThat(later).isNotEqualTo(header);
        Cookie forged = new Cookie(CookieName.JOURNEY.text(), base64(later) + value.substring(value.indexOf('.')));
        assertThat(read(cookies(NOW, key), PATH, forged)).isEmpty();
    }

    @Test
    void opensNothingThatIsNoneOfOurs() {
        for (String text : List.of("", ".", "a.b.c.d.e", "....", base64("{\"alg\":\"none\"}") + "....", "null"))
            assertThat(read(cookies(NOW, key), PATH, new Cookie(CookieName.JOURNEY.text(), text)))
                    .as(text)
                    .isEmpty();
    }

    @Test
    void findsItsOwnBesideOneThatSomebodyPutThere() {
        Cookie ours = kept(cookies(NOW, key), PATH);
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie(ours.getName(), "forged"), ours);

        assertThat(cookies(NOW, key).kept(request, CookieName.JOURNEY, PATH, Held.class))
                .contains(HELD);
    }

    @Test
    void rollsKeysWithoutLosingAnybody() throws IOException {
        Path second = key("second", 2);
        Cookie old = kept(cookies(NOW, key), PATH);

        SealedCookies rolling = cookies(NOW, second, key);
        assertThat(read(rolling, PATH, old)).contains(HELD);
        Cookie fresh = kept(rolling, PATH);
        assertThat(read(cookies(NOW, second), PATH, fresh)).contains(HELD);
        assertThat(read(cookies(NOW, key), PATH, fresh)).isEmpty();
        // Retired: as if there were none.
        assertThat(read(cookies(NOW, second), PATH, old)).isEmpty();
    }

    @Test
    void derivesTheSameSecretsOnEveryInstanceAndOthersForOtherNames() throws IOException {
        assertThat(cookies(NOW, key).secret("a")).isEqualTo(cookies(NOW, key).secret("a"));
        assertThat(cookies(NOW, key).secret("a")).isNotEqualTo(cookies(NOW, key).secret("b"));
        assertThat(cookies(NOW, key).secret("a"))
                .isNotEqualTo(cookies(NOW, key("second", 2)).secret("a"));
    }

    @Test
    void tellsBrowsersToSendItNowhereElse() {
        assertThat(setCookie(false, PATH))
                .startsWith("sspr-journey=ey")
                .contains("; Path=/reset/1;", "; HttpOnly", "; SameSite=Lax", "; Max-Age=3600;")
                .doesNotContain("Secure");
        assertThat(setCookie(true, PATH)).startsWith("__Secure-sspr-journey=ey").contains("; Secure");
        assertThat(setCookie(true, "/")).startsWith("__Host-sspr-journey=ey").contains("; Path=/;", "; Secure");
    }

    @Test
    void doesNotStartWithoutARealKey() throws IOException {
        Path none = directory.resolve("none");
        assertThatThrownBy(() -> cookies(NOW, none))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be read");
        Path small = Files.writeString(directory.resolve("small"), base64("short"));
        assertThatThrownBy(() -> cookies(NOW, small))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32 bytes");
    }

    private String setCookie(boolean encrypted, String path) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new SealedCookies(List.of(key), encrypted, Clock.fixed(NOW, ZoneOffset.UTC))
                .keep(response, CookieName.JOURNEY, path, HELD, LIFE);
        return String.valueOf(response.getHeader("Set-Cookie"));
    }

    private static Cookie kept(SealedCookies cookies, String path) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        cookies.keep(response, CookieName.JOURNEY, path, HELD, LIFE);
        String header = String.valueOf(response.getHeader("Set-Cookie"));
        return new Cookie(CookieName.JOURNEY.text(), header.substring(header.indexOf('=') + 1, header.indexOf(';')));
    }

    private static Optional<Held> read(SealedCookies cookies, String path, Cookie cookie) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(cookie);
        return cookies.kept(request, CookieName.JOURNEY, path, Held.class);
    }

    private static SealedCookies cookies(Instant now, Path... keys) {
        return new SealedCookies(Arrays.asList(keys), false, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Path key(String name, long seed) throws IOException {
        byte[] bytes = new byte[32];
        Random random = new Random(seed);
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte) random.nextInt());
        return Files.writeString(
                directory.resolve(name), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
