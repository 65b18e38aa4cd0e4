package io.sspr.quickstart.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTests {

    @TempDir
    Path parent;

    @Test
    void isHeldByOneAtATimeWhoIsNamed() throws Exception {
        Path data = parent.resolve("data");
        try (DataDirectory held = DataDirectory.hold(data)) {
            assertThat(held).isNotNull();
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> DataDirectory.hold(data))
                        .isInstanceOf(CannotStart.class)
                        .hasMessageContaining("Another ./sspr up (process "
                                + ProcessHandle.current().pid() + ") already runs");
            }
        }
        DataDirectory.hold(data).close();
    }

    @Test
    void canBeEnteredByItsOwnerOnly() throws Exception {
        Path data = parent.resolve("data");
        DataDirectory.hold(data).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void thatCannotBeMadeIsToldInASentence() throws Exception {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> DataDirectory.hold(file.resolve("data")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be used");
    }

    @Test
    void isClearedOfWhatKilledProcessesLeft() throws Exception {
        Path temporary = Files.createDirectories(parent.resolve("data").resolve("tmp"));
        Path old = Files.createDirectories(temporary.resolve("tomcat.1")).resolve("page");
        Files.writeString(old, "");
        assertThat(temporary.resolve("tomcat.1").toFile().setLastModified(1_000_000))
                .isTrue();
        Path ours = Files.createFile(temporary.resolve("ours"));

        try (DataDirectory held = DataDirectory.hold(parent.resolve("data"))) {
            held.clearLeftovers();
        }

        assertThat(temporary).isDirectoryContaining(ours::equals).isDirectoryNotContaining("glob:**/tomcat*");
    }
}
