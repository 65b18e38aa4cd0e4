package io.sspr.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MarkTests {

    private final Mark mark = new Mark("mark", "Šifra \"42\" & <" + UUID.randomUUID() + ">'(!)");

    @Test
    void everyFormIsSeenInTextAndInBytes() {
        assertThat(mark.forms()).hasSizeGreaterThan(12);
        for (String form : mark.forms()) {
            String text = "before" + form + "after";
            assertThat(mark.isIn(text)).as(form).isTrue();
            assertThat(mark.isIn(text.getBytes(StandardCharsets.UTF_8)))
                    .as(form)
                    .isTrue();
        }
        assertThat(mark.isIn("before" + mark.text() + "after")).isTrue();
    }

    @Test
    void everyAlignmentOfBase64IsSeen() {
        for (int shift = 0; shift < 3; shift++) {
            byte[] inside = ("x".repeat(shift) + mark.text() + "tail").getBytes(StandardCharsets.UTF_8);
            assertThat(mark.isIn(Base64.getEncoder().encodeToString(inside))).isTrue();
        }
    }

    @Test
    void isSeenBetweenBytesThatAreNoText() {
        byte[] secret = mark.text().getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[secret.length + 2];
        bytes[0] = (byte) 0xc5;
        System.arraycopy(secret, 0, bytes, 1, secret.length);
        bytes[bytes.length - 1] = (byte) 0xff;

        assertThat(mark.isIn(bytes)).isTrue();
    }

    @Test
    void whatIsNotThereIsNotSeen() {
        assertThat(mark.isIn("before" + mark.text().substring(1))).isFalse();
        assertThat(mark.isIn(new byte[] {1, 2, 3})).isFalse();
        assertThat(new Mark("code", "123456").isIn("an id is 91234567")).isFalse();
    }
}
