package io.sspr.reset.signin;

import io.sspr.contract.seal.AtRest;
import io.sspr.contract.secret.Origin;
import io.sspr.reset.hashing.Password;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keyed hashes by which a wrong password or an origin is recognised without being known. */
@Component
public class Marks {

    private final AtRest atRest;

    Marks(AtRest atRest) {
        this.atRest = atRest;
    }

    /** Of a typed password for this version of a credential: what was wrong for one may be right for the next. */
    String password(UUID asker, long version, String typed) {
        String form = Password.of(typed).map(Password::text).orElse(typed);
        return mark(form, "wrong password/" + asker + "/" + version);
    }

    /** Of where somebody is; absent if the client does not tell. */
    public @Nullable String origin(UUID asker, @Nullable Origin origin) {
        if (origin == null) return null;
        return mark(origin.addressPrefix() + "\n" + origin.agentFamily(), "origin/" + asker);
    }

    private String mark(String value, String context) {
        byte[] hmac = atRest.hmac(value.getBytes(StandardCharsets.UTF_8), context);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac);
    }
}
