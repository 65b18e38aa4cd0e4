package io.sspr.reset.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class HashingPropertiesTests {

    @Test
    void theDefaultIsTheFloorOfOwasp() {
        assertThat(bound(Map.of()).cost()).isEqualTo(new Argon2Cost(19_456, 2, 1));
        assertThat(bound(Map.of()).engine()).isEqualTo(Argon2Engine.AUTO);
        assertThat(bound(Map.of()).budget()).isEqualTo(DataSize.ofMegabytes(64));
    }

    @Test
    void everyOneCanBeSet() {
        HashingProperties properties = bound(Map.of(
                "sspr.hashing.memory", "64MB",
                "sspr.hashing.iterations", "3",
                "sspr.hashing.parallelism", "2",
                "sspr.hashing.budget", "256MB",
                "sspr.hashing.engine", "portable"));

        assertThat(properties)
                .isEqualTo(new HashingProperties(
                        DataSize.ofMegabytes(64), 3, 2, DataSize.ofMegabytes(256), Argon2Engine.PORTABLE));
    }

    @ParameterizedTest
    @CsvSource({"47104, 1", "19456, 2", "12288, 3", "9216, 4", "7168, 5", "7168, 10", "47104, 2"})
    void whatOwaspAcceptsIsAccepted(int kib, int iterations) {
        assertThat(properties(kib, iterations).cost().isAboveFloor()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"47103, 1", "19455, 2", "16384, 2", "12287, 3", "9215, 4", "7167, 5", "7167, 10"})
    void whatIsBelowTheFloorStopsTheStart(int kib, int iterations) {
        assertThatThrownBy(() -> properties(kib, iterations))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("below the floor of OWASP");
    }

    @Test
    void aBudgetThatHoldsNoHashStopsTheStart() {
        assertThatThrownBy(() -> new HashingProperties(
                        DataSize.ofMegabytes(64), 3, 1, DataSize.ofMegabytes(32), Argon2Engine.AUTO))
                .hasMessageContaining("sspr.hashing.budget");
    }

    private static HashingProperties properties(int kib, int iterations) {
        return new HashingProperties(
                DataSize.ofKilobytes(kib), iterations, 1, DataSize.ofMegabytes(64), Argon2Engine.AUTO);
    }

    private static HashingProperties bound(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("sspr.hashing", HashingProperties.class);
    }
}
