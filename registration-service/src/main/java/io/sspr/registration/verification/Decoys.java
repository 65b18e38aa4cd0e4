package io.sspr.registration.verification;

import io.sspr.contract.MethodKind;
import io.sspr.registration.protection.Vault;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ids under which wrong proofs are counted where there is no method: the same for every try, and nobody can tell. */
@Component
public class Decoys {

    private final Vault vault;

    Decoys(Vault vault) {
        this.vault = vault;
    }

    /** For a method that an account does not have. */
    UUID methodId(UUID accountId, MethodKind kind) {
        return vault.derivedId(accountId + "/" + kind, "decoy");
    }

    /** For a method that an account does not have yet: new tries to register it do not start a new count. */
    public UUID methodToBe(UUID accountId, MethodKind kind, String addressFingerprint) {
        return vault.derivedId(accountId + "/" + kind + "/" + addressFingerprint, "to be registered");
    }
}
