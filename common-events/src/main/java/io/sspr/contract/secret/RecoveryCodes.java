package io.sspr.contract.secret;

import io.sspr.contract.About;
import java.util.List;

/** Recovery codes to be shown once, for the person to keep. */
@About("Recovery codes to be shown once, for the person to keep.")
public record RecoveryCodes(List<String> codes) implements Secret {

    @Override
    public String toString() {
        return "RecoveryCodes[hidden]";
    }
}
