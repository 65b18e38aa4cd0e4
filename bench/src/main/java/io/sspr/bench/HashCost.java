package io.sspr.bench;

import io.sspr.reset.hashing.Argon2Engine;
import io.sspr.reset.hashing.HashingProperties;
import io.sspr.reset.hashing.Password;
import io.sspr.reset.hashing.PasswordHasher;
import java.lang.management.ManagementFactory;
import org.springframework.util.unit.DataSize;

/**
 * What one hash costs here.
 *
 * @param millis of a processor, for one
 * @param phc one of them
 * @param parameters in words
 */
record HashCost(double millis, String phc, String parameters) {

    private static final int TIMES = 20;

    static HashCost measure(boolean minimal) {
        // The defaults of the service.
        HashingProperties properties =
                new HashingProperties(DataSize.ofKilobytes(19_456), 2, 1, DataSize.ofMegabytes(64), Argon2Engine.AUTO);
        PasswordHasher hasher = minimal ? new MinimalHasher(properties) : new PasswordHasher(properties);
        Password password = new Password("the password before all others");
        String phc = "";
        for (int i = 0; i < TIMES; i++) phc = hasher.hash(password).text();
        long begin = cpu();
        for (int i = 0; i < TIMES; i++) phc = hasher.hash(password).text();
        double millis = (cpu() - begin) / 1e6 / TIMES;
        return new HashCost(millis, phc, phc.replaceAll("^\\$(argon2id)\\$v=19\\$([^$]*)\\$.*", "$1 $2"));
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
