package io.sspr.registration.verification;

import org.jspecify.annotations.Nullable;

/**
 * What a verification is checked with, as it is stored: none of it readable without the key, and nothing once it is over.
 *
 * @param codeHmac keyed hash of the present code, where one was sent
 * @param pending encrypted: where codes go, or the secret of an app that is being registered
 */
public record Secrets(@Nullable String codeHmac, @Nullable String pending) {

    /** Of one that is over. */
    static final Secrets NONE = new Secrets(null, null);

    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
