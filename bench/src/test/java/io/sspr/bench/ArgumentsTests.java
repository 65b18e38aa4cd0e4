package io.sspr.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.Service;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTests {

    @Test
    void takesWhatIsTypedAfterTheNameOfTheCommand() {
        Arguments arguments = Arguments.of("bench", "--rate", "2.5", "--outage", "30", "--outage-of", "notification")
                .orElseThrow();
        assertThat(arguments.text("rate", "0")).isEqualTo("2.5");
        assertThat(arguments.seconds("outage", 0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(arguments.service("outage-of")).isEqualTo(Service.NOTIFICATION);
        assertThat(arguments.number("accounts", 2000)).isEqualTo(2000);
        assertThat(arguments.service("profile")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--rate",
                "--speed 3",
                "--accounts 0",
                "--accounts -1",
                "--idle 0",
                "--bystanders 2000001",
                "--hash none",
                // While a service is away nothing would be begun.
                "--outage 30",
                "--outage 30 --rate 0",
                "--outage-of reset --rate 5",
                "--idle 60 --replay 1000"
            })
    void refusesWhatItWouldNotMeasure(String typed) {
        assertThat(Arguments.of(typed.split(" "))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--bystanders 0", "--bystanders 2000000", "--idle 60", "--replay 1000000", "--keep true"})
    void takesTheLeastAndTheMost(String typed) {
        assertThat(Arguments.of(typed.split(" "))).isPresent();
    }
}
