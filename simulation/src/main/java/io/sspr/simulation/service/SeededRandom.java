package io.sspr.simulation.service;

import java.security.Provider;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.SplittableRandom;

/** Makes every {@code new SecureRandom()} of this JVM draw from one seed, so that a run can be repeated to the last code. */
public final class SeededRandom extends SecureRandomSpi {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("NonFinalStaticField") // there is one thread, and one run at a time
    private static SplittableRandom source = new SplittableRandom(0);

    static {
        Security.insertProviderAt(new Seeded(), 1);
    }

    /** Begins anew. */
    public static void begin(long seed) {
        source = new SplittableRandom(seed);
    }

    @Override
    protected void engineSetSeed(byte[] seed) {
        // Whatever somebody thinks is random would only make two runs differ.
    }

    @Override
    protected void engineNextBytes(byte[] bytes) {
        source.nextBytes(bytes);
    }

    @Override
    protected byte[] engineGenerateSeed(int length) {
        byte[] bytes = new byte[length];
        source.nextBytes(bytes);
        return bytes;
    }

    private static final class Seeded extends Provider {

        private static final long serialVersionUID = 1;

        Seeded() {
            super("Seeded", "1", "random numbers of a simulation");
            put("SecureRandom.Seeded", SeededRandom.class.getName());
        }
    }
}
