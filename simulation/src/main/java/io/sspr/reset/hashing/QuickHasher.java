package io.sspr.reset.hashing;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import org.springframework.util.unit.DataSize;

/** Hashes that cost nothing, for a simulation that looks at what is decided and not at how long it takes. */
public final class QuickHasher extends PasswordHasher {

    private static final HashingProperties USUAL =
            new HashingProperties(DataSize.ofKilobytes(19_456), 2, 1, DataSize.ofMegabytes(64), Argon2Engine.PORTABLE);

    /** With the usual cost written on it. */
    public QuickHasher() {
        super(USUAL);
    }

    @Override
    public Phc hash(Password password) {
        byte[] salt = new byte[16];
        return new Phc(USUAL.cost(), text(salt), text(digest(password, salt)), null);
    }

    @Override
    public boolean matches(Password password, Phc phc) {
        return MessageDigest.isEqual(phc.hashBytes(), digest(password, phc.saltBytes()));
    }

    private static byte[] digest(Password password, byte[] salt) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(password.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
