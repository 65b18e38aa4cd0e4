package io.sspr.quickstart.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTests {

    @Test
    void sayWhichPortIsInUseForWhatAndHowToChooseAnother() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int taken = other.getLocalPort();

            CannotStart refused = catchThrowableOfType(
                    CannotStart.class, () -> Ports.check(List.of(new Port("Kafka", taken, "SSPR_KAFKA_PORT"))));

            assertThat(refused).hasMessage("Port " + taken + " (Kafka) is already in use.");
            assertThat(refused.wayOut())
                    .matches("Stop what uses it, or choose another: SSPR_KAFKA_PORT=[0-9]+ \\./sspr up");
        }
    }

    @Test
    void seeAPortThatIsTakenOnAllInterfaces() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThatThrownBy(() -> Ports.check(List.of(new Port("Kafka", other.getLocalPort(), "X"))))
                    .isInstanceOf(CannotStart.class);
        }
    }

    @Test
    void refuseTwoPartsOnOnePort() {
        int free = FreePorts.find(1)[0];

        assertThatThrownBy(() -> Ports.check(List.of(
                        new Port("Kafka", free, "SSPR_KAFKA_PORT"),
                        new Port("PostgreSQL", free, "SSPR_POSTGRES_PORT"))))
                .isInstanceOf(CannotStart.class)
                .hasMessage("Port " + free + " is wanted twice: for Kafka and for PostgreSQL.");
    }

    @Test
    void acceptFreePorts() {
        int first = FreePorts.findBlock(3);

        assertThatCode(() -> Ports.check(List.of(
                        new Port("a", first, "A"), new Port("b", first + 1, "B"), new Port("c", first + 2, "C"))))
                .doesNotThrowAnyException();
    }
}
