package io.sspr.messaging.broker;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;

/** Transactions are only sound from {@code transaction.version} 2 on, Kafka 4.0 (KIP-890, KAF-14). */
public final class BrokerVersion {

    private BrokerVersion() {}

    /** Throws IllegalStateException with a sentence if the broker is older. */
    public static void check(Admin admin, int least) throws ExecutionException, InterruptedException {
        FinalizedVersionRange range = admin.describeFeatures()
                .featureMetadata()
                .get()
                .finalizedFeatures()
                .get("transaction.version");
        int actual = range == null ? 0 : range.maxVersionLevel();
        if (actual < least)
            throw new IllegalStateException("The broker has transaction.version " + actual + ", but " + least
                    + " is needed: with an older one a delayed commit can hit a later transaction (KIP-890).");
    }
}
