package io.sspr.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Many are found as surely as one. */
class MarksTests {

    private final Mark password = new Mark("password", "Šifra \"42\" & <" + UUID.randomUUID() + ">'(!)");
    private final Mark code = new Mark("code", "12345678");
    private final Marks marks = new Marks(List.of(password, code));

    @Test
    void everyFormOfEachIsSeenAmongBytesThatAreNoText() {
        for (String form : password.forms()) assertThat(in(form)).as(form).containsExactly("password");
        for (String form : code.forms()) assertThat(in(form)).as(form).containsExactly("code");
        assertThat(in(password.text() + " " + code.text())).containsExactly("code", "password");
    }

    @Test
    void textAsItIsInMemoryIsSeen() {
        assertThat(marks.in(password.text().getBytes(StandardCharsets.UTF_16LE)))
                .containsExactly("password");
        assertThat(marks.in(code.text().getBytes(StandardCharsets.UTF_16BE))).containsExactly("code");
    }

    @Test
    void aNumberInsideALongerOneOrAnIdIsNone() {
        assertThat(in("912345678")).isEmpty();
        assertThat(in("12345678a")).isEmpty();
        assertThat(in("12345678-0b1c-4d2e-8f3a-0123456789ab")).isEmpty();
        assertThat(in("code=12345678,")).containsExactly("code");
    }

    @Test
    void whatIsNotThereIsNotSeen() {
        assertThat(in(password.text().substring(1))).isEmpty();
        assertThat(marks.in(new byte[0])).isEmpty();
    }

    private Set<String> in(String text) {
        byte[] inside = ("\0" + text + "\0").getBytes(StandardCharsets.UTF_8);
        inside[0] = (byte) 0xc5;
        return marks.in(inside);
    }
}
