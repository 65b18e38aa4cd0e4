package io.sspr.contract.state;

import io.sspr.contract.About;
import io.sspr.contract.Length;

/** A service's sealing keys: a JWS by the anchor key. */
@About("A service's sealing keys: a JWS by the anchor key.")
public record PublishedKeys(@Length(max = 32768) String jws) implements State {

    @Override
    public String key() {
        return "keys";
    }
}
