package io.sspr.reset.hashing;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;

/** The reference implementation in C, called by JNA. */
final class NativeArgon2 implements Argon2 {

    private final Argon2Advanced library = Argon2Factory.createAdvanced(Argon2Factory.Argon2Types.ARGON2id);

    @Override
    public byte[] hash(byte[] password, byte[] salt, Argon2Cost cost, int length) {
        // The only call of the library that takes the length of the result; it is the plain hash in spite of its name.
        return library.pbkdf(cost.iterations(), cost.memoryKib(), cost.parallelism(), password, salt, length);
    }
}
