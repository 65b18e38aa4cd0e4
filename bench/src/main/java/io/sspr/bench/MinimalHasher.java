package io.sspr.bench;

import io.sspr.reset.hashing.Argon2Cost;
import io.sspr.reset.hashing.HashingProperties;
import io.sspr.reset.hashing.Password;
import io.sspr.reset.hashing.PasswordHasher;
import io.sspr.reset.hashing.Phc;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Hashes with the least work that Argon2 knows, which no configuration of the service allows: it is for measuring only. */
final class MinimalHasher extends PasswordHasher {

    /** The least there is (RFC 9106 section 3.1). */
    static final Argon2Cost COST = new Argon2Cost(8, 1, 1);

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    MinimalHasher(HashingProperties properties) {
        super(properties);
    }

    @Override
    public Phc hash(Password password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(COST.memoryKib())
                .withIterations(COST.iterations())
                .withParallelism(COST.parallelism())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        argon2.generateBytes(password.bytes(), hash);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new Phc(COST, base64.encodeToString(salt), base64.encodeToString(hash), null);
    }

    @Override
    public Phc decoy() {
        return hash(new Password("nobody"));
    }

    @Override
    public boolean isOutdated(Phc phc) {
        return false;
    }
}
