package io.sspr.client;

import io.sspr.contract.Envelope;
import io.sspr.contract.Message;
import io.sspr.contract.Service;
import io.sspr.contract.Topics;
import io.sspr.contract.seal.KeySet;
import io.sspr.contract.seal.KeySetRejected;
import io.sspr.contract.seal.Sealer;
import io.sspr.contract.state.PublishedKeys;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The newest genuine key set of each service that takes requests; a forged or older one changes nothing. */
public final class KeySets {

    private record Current(KeySet set, String jws, Sealer sealer) {}

    private final String anchorThumbprint;
    private final Map<Service, Current> current = new EnumMap<>(Service.class);
    private final Map<Service, KeySetRejected.Reason> refused = new EnumMap<>(Service.class);

    /** Trusts what the key with that RFC 7638 thumbprint signs. */
    public KeySets(String anchorThumbprint) {
        this.anchorThumbprint = anchorThumbprint;
    }

    synchronized void received(Service service, Envelope<Message> envelope) {
        if (!(envelope.message() instanceof PublishedKeys published)) return;
        try {
            KeySet set = KeySet.verify(published.jws(), anchorThumbprint, service.principal());
            Current known = current.get(service);
            if (known == null || !set.issuedAt().isBefore(known.set().issuedAt()))
                current.put(service, new Current(set, published.jws(), Sealer.to(set.current())));
            notifyAll();
        } catch (KeySetRejected e) {
            refused.put(service, e.reason());
        }
    }

    /** Seals to that service; waits for its keys, which it publishes when it starts for the first time, or throws {@link KeysMissing}. */
    public Sealer sealer(Service service, Duration patience) {
        return current(service, patience).sealer();
    }

    /** The key set as it was published and found genuine, for others to check; waits likewise. */
    public String jws(Service service, Duration patience) {
        return current(service, patience).jws();
    }

    private synchronized Current current(Service service, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Current known = current.get(service);
            if (known != null) return known;
            long left = deadline - System.nanoTime();
            if (left <= 0) throw missing(service);
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw missing(service);
            }
        }
    }

    private KeysMissing missing(Service service) {
        KeySetRejected.Reason reason = refused.get(service);
        return new KeysMissing("There is no key set of " + service.principal() + " on "
                + Topics.keys(service) + " that the anchor " + anchorThumbprint + " signed"
                + (reason == null ? "" : "; one was refused: " + reason) + ".");
    }
}
