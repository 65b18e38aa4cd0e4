package io.sspr.reset.hashing;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Makes and verifies hashes of passwords; slow on purpose, and only as many at a time as the budget of memory holds. */
@Component
public class PasswordHasher {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Argon2 argon2;
    private final Peppers peppers;
    private final Argon2Cost cost;
    private final int budgetKib;
    private final Semaphore freeKib;
    private final Phc decoy;

    /** Without a key; throws IllegalStateException if the engine asked for does not work here. */
    public PasswordHasher(HashingProperties properties) {
        this(properties, new Peppers(new PepperProperties(null)));
    }

    /** Throws IllegalStateException if the engine asked for does not work here. */
    @Autowired
    PasswordHasher(HashingProperties properties, Peppers peppers) {
        this.peppers = peppers;
        argon2 = Argon2.of(properties.engine());
        cost = properties.cost();
        budgetKib = (int) properties.budget().toKilobytes();
        // Fair: a costly imported hash must not wait for ever behind cheap ones.
        freeKib = new Semaphore(budgetKib, true);
        decoy = Phc.of(cost, bytes(SALT_BYTES), bytes(HASH_BYTES), peppers.current());
    }

    /** A new hash with a new salt. */
    public Phc hash(Password password) {
        byte[] salt = bytes(SALT_BYTES);
        String pepper = peppers.current();
        return Phc.of(cost, salt, run(peppers.applied(password, pepper), salt, cost, HASH_BYTES), pepper);
    }

    /** Whether it is the hash of that password. */
    public boolean matches(Password password, Phc phc) {
        byte[] expected = phc.hashBytes();
        byte[] input = peppers.applied(password, phc.pepper());
        return MessageDigest.isEqual(expected, run(input, phc.saltBytes(), phc.cost(), expected.length));
    }

    /** A hash of no password at all: to spend the same time where nobody is known. */
    public Phc decoy() {
        return decoy;
    }

    /** Whether it should be made anew at the next chance, because new hashes are made differently (PS-07). */
    public boolean isOutdated(Phc phc) {
        return !phc.cost().equals(cost)
                || !Objects.equals(phc.pepper(), peppers.current())
                || phc.saltBytes().length < SALT_BYTES
                || phc.hashBytes().length != HASH_BYTES;
    }

    private byte[] run(byte[] input, byte[] salt, Argon2Cost cost, int length) {
        int kib = Math.min(cost.memoryKib(), budgetKib);
        freeKib.acquireUninterruptibly(kib);
        try {
            return argon2.hash(input, salt, cost, length);
        } finally {
            freeKib.release(kib);
        }
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
