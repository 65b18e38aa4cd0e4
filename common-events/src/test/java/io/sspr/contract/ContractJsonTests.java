package io.sspr.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.secret.NewPasswordEntry;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.core.util.BufferRecycler;

class ContractJsonTests {

    private static final String PASSWORD = "a password that nobody else has";

    /** G5: what was read last would else stay in memory, where a heap dump finds it. */
    @Test
    void keepsNothingOfWhatItReadOrWrote() throws Exception {
        byte[] json = ContractJson.write(new NewPasswordEntry("A".repeat(43), PASSWORD));
        ContractJson.read(json, NewPasswordEntry.class);
        BufferRecycler buffers =
                ContractJson.mapper().tokenStreamFactory()._getRecyclerPool().acquireAndLinkPooled();
        assertThat(new String(buffers.allocCharBuffer(BufferRecycler.CHAR_TEXT_BUFFER)))
                .doesNotContain(PASSWORD);
        assertThat(new String(buffers.allocByteBuffer(BufferRecycler.BYTE_WRITE_CONCAT_BUFFER), StandardCharsets.UTF_8))
                .doesNotContain(PASSWORD);
    }
}
