package io.sspr.simulation.service;

import io.sspr.contract.Client;
import io.sspr.contract.Service;
import io.sspr.simulation.database.MemoryDatabase;
import io.sspr.simulation.log.SimulatedLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A service: its database, which outlives its instances, and what they are made from. */
public final class SimulatedService {

    private final Service service;
    private final MemoryDatabase database;
    private final Clock clock;
    private final SimulatedLog log;
    private final Keys keys;
    private final List<Client> clients;
    private final Between between;
    private int started;

    /** Its database is migrated; no instance runs yet. */
    public SimulatedService(
            Service service,
            Clock database,
            Clock clock,
            SimulatedLog log,
            Keys keys,
            List<Client> clients,
            Between between) {
        this.service = service;
        this.database = new MemoryDatabase(database::instant);
        this.clock = clock;
        this.log = log;
        this.keys = keys;
        this.clients = clients;
        this.between = between;
        migrate("messaging");
        migrate(service.shortName());
    }

    private void migrate(String folder) {
        try {
            Resource[] scripts =
                    new PathMatchingResourcePatternResolver().getResources("classpath:db/" + folder + "/V*.sql");
            Arrays.sort(scripts, Comparator.comparingInt(SimulatedService::version));
            for (Resource script : scripts) database.migrate(script.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(Resource script) {
        String name = Objects.requireNonNull(script.getFilename());
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    /** One more instance. */
    public Instance start() {
        return new Instance(this, service.principal() + "-" + ++started);
    }

    /** Which one it is. */
    public Service service() {
        return service;
    }

    /** For whoever checks. */
    public MemoryDatabase database() {
        return database;
    }

    Clock clock() {
        return clock;
    }

    SimulatedLog log() {
        return log;
    }

    Keys keys() {
        return keys;
    }

    List<Client> clients() {
        return clients;
    }

    Between between() {
        return between;
    }
}
