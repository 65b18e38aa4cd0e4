package io.sspr.reset.hashing;

/**
 * What a hash costs, after RFC 9106 section 3.1.
 *
 * @param memoryKib memory in KiB
 * @param iterations passes over it
 * @param parallelism lanes
 */
public record Argon2Cost(int memoryKib, int iterations, int parallelism) {

    private static final int MOST_MEMORY_KIB = 256 * 1024;
    private static final int MOST_ITERATIONS = 10;
    private static final int MOST_LANES = 4;

    /** OWASP password storage, rule PS-01: these memories in KiB are the least for 1, 2, 3, 4 and 5 iterations. */
    private static final int[] OWASP_FLOOR = {47_104, 19_456, 12_288, 9_216, 7_168};

    /** Whether Argon2 knows such a cost and we are willing to pay it for a hash that came from elsewhere. */
    public boolean isPayable() {
        return parallelism >= 1
                && parallelism <= MOST_LANES
                && iterations >= 1
                && iterations <= MOST_ITERATIONS
                && memoryKib >= 8 * parallelism
                && memoryKib <= MOST_MEMORY_KIB;
    }

    /** Whether it is at least what OWASP asks for (PS-01). */
    public boolean isAboveFloor() {
        return iterations >= 1 && memoryKib >= OWASP_FLOOR[Math.min(iterations, OWASP_FLOOR.length) - 1];
    }
}
