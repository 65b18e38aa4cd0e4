package io.sspr.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import io.sspr.contract.ContractJson;
import io.sspr.contract.MessageType;
import io.sspr.contract.reply.MethodsShown;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.seal.Sealer;
import io.sspr.contract.secret.MethodList;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReplyKeyTests {

    private final ReplyKey key = ReplyKey.generate();

    @Test
    void opensAsWellAfterItWasKept() throws Exception {
        UUID request = UUID.randomUUID();
        Sealed sealed = Sealer.to(ECKey.parse(key.publicJwk()))
                .seal(
                        ContractJson.write(new MethodList(List.of(), null)),
                        new SealContext("portal", MessageType.METHODS_SHOWN_REPLY.wireName(), request, null),
                        Instant.now());

        ReplyKey kept = ReplyKey.kept(key.privateJwk());
        assertThat(kept.publicJwk()).isEqualTo(key.publicJwk());
        assertThat(kept.open(new MethodsShown(sealed), "portal", request).methods())
                .isEmpty();
    }

    @Test
    void givesItsPrivatePartToNobodyElse() throws Exception {
        String secret = ECKey.parse(key.privateJwk()).getD().toString();

        assertThat(key.publicJwk()).doesNotContain(secret);
        assertThat(key.toString()).doesNotContain(secret);
    }

    @Test
    void takesNothingElseForOneAndDoesNotRepeatIt() {
        for (String text : List.of(key.publicJwk(), "not a key", "{\"kty\":\"EC\",\"crv\":\"P-256\",\"d\":\"secret\"}"))
            assertThatThrownBy(() -> ReplyKey.kept(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(text);
    }
}
