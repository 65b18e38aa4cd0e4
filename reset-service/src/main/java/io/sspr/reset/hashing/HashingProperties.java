package io.sspr.reset.hashing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How passwords are hashed; refuses to be weaker than OWASP's floor (PS-01).
 *
 * @param memory of one hash
 * @param iterations of one hash
 * @param parallelism of one hash
 * @param budget memory of all hashes at a time; what does not fit waits
 * @param engine which implementation
 */
@ConfigurationProperties("sspr.hashing")
public record HashingProperties(
        @DefaultValue("19456KB") DataSize memory,
        @DefaultValue("2") int iterations,
        @DefaultValue("1") int parallelism,
        @DefaultValue("64MB") DataSize budget,
        @DefaultValue("AUTO") Argon2Engine engine) {

    /** Throws IllegalArgumentException, which says what to set. */
    public HashingProperties {
        Argon2Cost cost = cost(memory, iterations, parallelism);
        if (!cost.isPayable())
            throw new IllegalArgumentException("sspr.hashing: at most 256MB, 10 iterations and parallelism 4: " + cost);
        if (!cost.isAboveFloor())
            throw new IllegalArgumentException(
                    "sspr.hashing: below the floor of OWASP for Argon2id (19456KB with 2 iterations): " + cost);
        if (budget.toKilobytes() < cost.memoryKib() || budget.toKilobytes() > Integer.MAX_VALUE)
            throw new IllegalArgumentException("sspr.hashing.budget must hold at least one hash of " + memory);
    }

    /** What each new hash costs. */
    public Argon2Cost cost() {
        return cost(memory, iterations, parallelism);
    }

    private static Argon2Cost cost(DataSize memory, int iterations, int parallelism) {
        return new Argon2Cost(Math.toIntExact(memory.toKilobytes()), iterations, parallelism);
    }
}
