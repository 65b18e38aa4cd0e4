package io.sspr.contract.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class AtRestTests {

    private static final byte[] ADDRESS = "ada@example.org".getBytes(UTF_8);

    private final AtRest atRest = keyed(1);

    @Test
    void whatIsEncryptedCanBeReadInItsContext() {
        assertThat(atRest.decrypt(atRest.encrypt(ADDRESS, "address/1"), "address/1"))
                .isEqualTo(ADDRESS);
        assertThat(atRest.decrypt(atRest.encrypt(new byte[0], ""), "")).isEmpty();
    }

    @Test
    void equalValuesLookDifferentAndAre29BytesLonger() {
        byte[] stored = atRest.encrypt(ADDRESS, "address/1");

        assertThat(stored).hasSize(ADDRESS.length + 29).isNotEqualTo(atRest.encrypt(ADDRESS, "address/1"));
    }

    @Test
    void aValueMovedToAnotherRowIsNotRead() {
        byte[] stored = atRest.encrypt(ADDRESS, "address/1");

        assertThatIllegalStateException().isThrownBy(() -> atRest.decrypt(stored, "address/2"));
    }

    @Test
    void aChangedValueIsNotRead() {
        byte[] stored = atRest.encrypt(ADDRESS, "address/1");
        for (int i = 0; i < stored.length; i++) {
            byte[] changed = stored.clone();
            changed[i] ^= 1;
            assertThatIllegalStateException().isThrownBy(() -> atRest.decrypt(changed, "address/1"));
        }
    }

    @Test
    void aValueCutShortIsNotRead() {
        byte[] stored = atRest.encrypt(ADDRESS, "address/1");
        for (int length = 0; length < stored.length; length++) {
            byte[] cut = Arrays.copyOf(stored, length);
            assertThatIllegalStateException().isThrownBy(() -> atRest.decrypt(cut, "address/1"));
        }
    }

    @Test
    void anotherKeyReadsNothing() {
        byte[] stored = atRest.encrypt(ADDRESS, "address/1");

        assertThatIllegalStateException()
                .isThrownBy(() -> keyed(2).decrypt(stored, "address/1"))
                .withMessageNotContaining("ada");
    }

    @Test
    void anHmacIsTheSameForTheSameValueContextAndKeyOnly() {
        byte[] hmac = atRest.hmac(ADDRESS, "address");

        assertThat(hmac).hasSize(32).isEqualTo(keyed(1).hmac(ADDRESS, "address"));
        assertThat(hmac).isNotEqualTo(keyed(2).hmac(ADDRESS, "address"));
        assertThat(hmac).isNotEqualTo(atRest.hmac(ADDRESS, "login"));
        assertThat(atRest.hmac("c".getBytes(UTF_8), "ab")).isNotEqualTo(atRest.hmac("bc".getBytes(UTF_8), "a"));
    }

    @Test
    void aCodeMatchesItsHmacOnly() {
        byte[] hmac = atRest.hmac("123456".getBytes(UTF_8), "code/1");

        assertThat(atRest.matches("123456".getBytes(UTF_8), "code/1", hmac)).isTrue();
        assertThat(atRest.matches("123457".getBytes(UTF_8), "code/1", hmac)).isFalse();
        assertThat(atRest.matches("123456".getBytes(UTF_8), "code/2", hmac)).isFalse();
    }

    /** RFC 5869 appendix A.3, first 32 octets. */
    @Test
    void keysAreDerivedAsTheRfcSays() {
        byte[] root = HexFormat.of().parseHex("19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04");

        assertThat(DerivedKey.of(new SecretKeySpec(root, "HmacSHA256"), "", "AES")
                        .getEncoded())
                .isEqualTo(HexFormat.of().parseHex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"));
    }

    private static AtRest keyed(int content) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) content);
        return new AtRest(new SecretKeySpec(key, "HmacSHA256"));
    }
}
