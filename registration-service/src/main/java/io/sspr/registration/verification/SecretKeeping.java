package io.sspr.registration.verification;

import io.sspr.registration.protection.Vault;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes, reads and compares the secrets of verifications. */
@Component
class SecretKeeping {

    private final Vault vault;

    SecretKeeping(Vault vault) {
        this.vault = vault;
    }

    /** Of a new verification. */
    Secrets conceal(UUID verificationId, @Nullable String code, String pending) {
        return new Secrets(
                code == null ? null : codeHmac(verificationId, 1, code),
                vault.conceal(pending, pendingPlace(verificationId)));
    }

    /** With a new code for a new round. */
    Secrets renewed(Verification verification, Progress next, String code) {
        return new Secrets(
                codeHmac(verification.id(), next.round(), code),
                verification.secrets().pending());
    }

    /** Whether that is the present code. */
    boolean isCode(Verification verification, String typed) {
        String hmac = verification.secrets().codeHmac();
        String place = codePlace(verification.id(), verification.progress().round());
        return hmac != null && vault.matches(typed, place, hmac);
    }

    /** Where codes go, or the secret of an app that is being registered; empty where there is neither. */
    String pending(Verification verification) {
        String pending = verification.secrets().pending();
        return pending == null ? "" : vault.reveal(pending, pendingPlace(verification.id()));
    }

    private String codeHmac(UUID verificationId, int round, String code) {
        return vault.fingerprint(code, codePlace(verificationId, round));
    }

    private static String codePlace(UUID verificationId, int round) {
        return "code/" + verificationId + "/" + round;
    }

    private static String pendingPlace(UUID verificationId) {
        return "pending/" + verificationId;
    }
}
