package io.sspr.contract.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisputesTests {

    private static final Instant NOW = Instant.parse("2026-11-22T23:59:30Z");
    private static final UUID ACCOUNT = UUID.fromString("7f0a4e0c-2f3b-4c61-9d5e-0a2b3c4d5e6f");

    @TempDir
    Path directory;

    private Disputes telling;
    private Disputes acting;

    @BeforeEach
    void shareAKey() {
        KeyMaterial keys = new KeyMaterial(directory, Clock.systemUTC()).generate(List.of());
        telling = keys.disputes("notification-service", "reset-service");
        acting = keys.disputes("reset-service", "notification-service");
    }

    @Test
    void aTokenNamesItsAccountForSevenDays() {
        String token = telling.token(ACCOUNT, NOW);
        assertThat(acting.accountOf(token, NOW)).contains(ACCOUNT);
        assertThat(acting.accountOf(token, NOW.plus(Duration.ofDays(7)).minusSeconds(1)))
                .contains(ACCOUNT);
        assertThat(acting.accountOf(token, NOW.plus(Duration.ofDays(7)))).isEmpty();
        assertThat(token).hasSizeLessThan(260).matches("[A-Za-z0-9_.-]+");
    }

    @Test
    void aTokenThatWasChangedIsNone() {
        String token = telling.token(ACCOUNT, NOW);
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String other = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(claims.replace('7', '8').getBytes(StandardCharsets.UTF_8));
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        for (String bad : List.of(
                parts[0] + "." + other + "." + parts[2],
                none + "." + parts[1] + ".",
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + parts[1],
                "",
                "x".repeat(2000),
                token + token)) assertThat(acting.accountOf(bad, NOW)).isEmpty();
    }

    @Test
    void aTokenOfOtherServicesIsNone() {
        KeyMaterial others = new KeyMaterial(directory.resolve("others"), Clock.systemUTC()).generate(List.of());
        String token = others.disputes("notification-service", "reset-service").token(ACCOUNT, NOW);
        assertThat(acting.accountOf(token, NOW)).isEmpty();
    }

    @Test
    void aCodeIsGoodForSevenDaysForItsAccountAlone() {
        String code = telling.code(ACCOUNT, NOW);
        assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(acting.isCode(ACCOUNT, code, NOW)).isTrue();
        assertThat(acting.isCode(ACCOUNT, code, NOW.plus(Duration.ofDays(7)))).isTrue();
        assertThat(acting.isCode(ACCOUNT, code, NOW.plus(Duration.ofDays(8)))).isFalse();
        assertThat(acting.isCode(UUID.randomUUID(), code, NOW)).isFalse();
        assertThat(telling.code(ACCOUNT, NOW.plusSeconds(60))).isNotEqualTo(code);
    }

    @Test
    void aCodeIsUnderstoodAsItIsHeard() {
        String code = telling.code(ACCOUNT, NOW);
        String heard = code.toLowerCase(java.util.Locale.ROOT)
                .replace("-", " ")
                .replace('0', 'o')
                .replace('1', 'l');
        assertThat(acting.isCode(ACCOUNT, heard, NOW)).isTrue();
        assertThat(acting.isCode(ACCOUNT, "", NOW)).isFalse();
        assertThat(acting.isCode(ACCOUNT, "ZZZZZ-ZZZZZ", NOW)).isFalse();
    }
}
