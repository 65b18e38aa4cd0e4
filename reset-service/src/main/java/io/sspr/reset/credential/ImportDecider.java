package io.sspr.reset.credential;

import io.sspr.contract.secret.InitialCredential;
import io.sspr.reset.hashing.Password;
import io.sspr.reset.hashing.Phc;
import java.util.Optional;

/** Decides whether what provisioning brings can be a first credential; pure. */
final class ImportDecider {

    /** Most code points of an initial password; it need not be long, for it must be changed. */
    private static final int LONGEST = 256;

    private ImportDecider() {}

    /** What was brought: a hash, or a password that is still to be hashed. */
    sealed interface Brought {
        record Hash(Phc phc, boolean mustChange) implements Brought {}

        record Initial(Password password) implements Brought {}
    }

    /** What was brought; empty if it is neither or both, or nothing we can verify a password with. */
    static Optional<Brought> read(InitialCredential entry) {
        String phc = entry.phc();
        String password = entry.password();
        if (phc != null && password == null)
            return Phc.read(phc).map(hash -> new Brought.Hash(hash, entry.mustChange()));
        if (phc == null && password != null)
            return Password.of(password).filter(ImportDecider::isUsable).map(Brought.Initial::new);
        return Optional.empty();
    }

    private static boolean isUsable(Password password) {
        return password.length() <= LONGEST && password.text().codePoints().noneMatch(Character::isISOControl);
    }
}
