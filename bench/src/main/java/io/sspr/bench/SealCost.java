package io.sspr.bench;

import io.sspr.contract.seal.CannotOpen;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.contract.seal.Opener;
import io.sspr.contract.seal.SealContext;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.seal.Sealer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What sealing one value and opening it again costs here.
 *
 * @param seal milliseconds of a processor
 * @param open milliseconds of a processor
 */
record SealCost(double seal, double open) {

    private static final int TIMES = 1000;
    private static final byte[] JSON =
            "{\"password\":\"correct horse battery staple\"}".getBytes(StandardCharsets.UTF_8);

    /** As any client does for the reset service. */
    static SealCost toService(KeyMaterial keys) throws CannotOpen {
        return measure(Sealer.to(keys.keySet("reset-service").current()), keys.opener("reset-service"));
    }

    /** As one service does for another. */
    static SealCost pairwise(KeyMaterial keys) throws CannotOpen {
        return measure(keys.pairwise("registration-service", "reset-service"), keys.opener("reset-service"));
    }

    double both() {
        return seal + open;
    }

    private static SealCost measure(Sealer sealer, Opener opener) throws CannotOpen {
        once(sealer, opener);
        return once(sealer, opener);
    }

    private static SealCost once(Sealer sealer, Opener opener) throws CannotOpen {
        SealContext context = new SealContext("reset-service", "bench", UUID.randomUUID(), UUID.randomUUID());
        List<Sealed> sealed = new ArrayList<>();
        long begin = cpu();
        for (int i = 0; i < TIMES; i++) sealed.add(sealer.seal(JSON, context, Instant.now()));
        long between = cpu();
        for (Sealed one : sealed) opener.open(one, context);
        return new SealCost((between - begin) / 1e6 / TIMES, (cpu() - between) / 1e6 / TIMES);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
