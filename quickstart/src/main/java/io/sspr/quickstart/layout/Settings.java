package io.sspr.quickstart.layout;

import io.sspr.contract.Service;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The data directory and the loopback ports of one quick start; ports are TCP port numbers from 1 to 65535. */
public record Settings(
        Path data,
        Path postgresBinaries,
        int kafkaPort,
        int controllerPort,
        int postgresPort,
        int smtpPort,
        int mailPort,
        int firstHealthPort,
        int portalPort) {

    /** Set by the script: the directory it lies in. */
    static final String HOME = "SSPR_HOME";

    public static final String DATA = "SSPR_DATA";
    static final String KAFKA_PORT = "SSPR_KAFKA_PORT";
    static final String POSTGRES_PORT = "SSPR_POSTGRES_PORT";
    static final String SMTP_PORT = "SSPR_SMTP_PORT";
    static final String MAIL_PORT = "SSPR_MAIL_PORT";
    static final String HEALTH_PORT = "SSPR_HEALTH_PORT";
    static final String PORTAL_PORT = "SSPR_PORTAL_PORT";

    /** Every variable that is read, in the order in which the usage text lists them. */
    public static final List<String> VARIABLES =
            List.of(DATA, PORTAL_PORT, KAFKA_PORT, POSTGRES_PORT, SMTP_PORT, MAIL_PORT, HEALTH_PORT);

    /** Reads {@link #VARIABLES}; throws {@link CannotStart} for a value that is no port or no path. */
    public static Settings from(Map<String, String> environment) {
        Path data = path(environment);
        int kafka = port(environment, KAFKA_PORT, 19092, 2);
        return new Settings(
                data,
                data.resolve("postgres-binaries"),
                kafka,
                kafka + 1,
                port(environment, POSTGRES_PORT, 15432, 1),
                port(environment, SMTP_PORT, 13025, 1),
                port(environment, MAIL_PORT, 18025, 1),
                port(environment, HEALTH_PORT, 18081, Service.values().length),
                port(environment, PORTAL_PORT, 18080, 1));
    }

    /** For tests: free ports, and the unpacked PostgreSQL shared by all that run with the same {@code java.io.tmpdir}. */
    public static Settings onRandomPorts(Path data) {
        int kafka = FreePorts.findBlock(2);
        int health = FreePorts.findBlock(Service.values().length);
        int[] free = FreePorts.find(4);
        Settings settings = new Settings(
                data.toAbsolutePath().normalize(),
                Path.of(System.getProperty("java.io.tmpdir"), "postgres-binaries"),
                kafka,
                kafka + 1,
                free[0],
                free[1],
                free[2],
                health,
                free[3]);
        List<Port> all = new ArrayList<>(settings.ports());
        all.add(settings.portal());
        boolean different = all.stream().map(Port::number).distinct().count() == all.size();
        return different ? settings : onRandomPorts(data);
    }

    public int healthPort(Service service) {
        return firstHealthPort + Arrays.asList(Service.values()).indexOf(service);
    }

    /** The portal's, which not every system has. */
    public Port portal() {
        return new Port("the portal", portalPort, PORTAL_PORT);
    }

    /** All ports that every system needs, to be checked before anything is started. */
    public List<Port> ports() {
        List<Port> ports = new ArrayList<>();
        ports.add(new Port("Kafka", kafkaPort, KAFKA_PORT));
        ports.add(new Port("Kafka's controller", controllerPort, KAFKA_PORT));
        ports.add(new Port("PostgreSQL", postgresPort, POSTGRES_PORT));
        ports.add(new Port("SMTP of the mail catcher", smtpPort, SMTP_PORT));
        ports.add(new Port("page of the mail catcher", mailPort, MAIL_PORT));
        for (Service service : Service.values()) {
            ports.add(new Port("health of " + service.principal(), healthPort(service), HEALTH_PORT));
        }
        return List.copyOf(ports);
    }

    public Path kafka() {
        return data.resolve("kafka");
    }

    public Path postgres() {
        return data.resolve("postgres");
    }

    public Path secrets() {
        return data.resolve("secrets");
    }

    public Path portalData() {
        return data.resolve("portal");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    private static Path path(Map<String, String> environment) {
        String value = environment.getOrDefault(DATA, "");
        try {
            Path path = value.isBlank() ? Path.of(environment.getOrDefault(HOME, ""), "data") : Path.of(value);
            return path.toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new CannotStart(
                    DATA + " is not a path: " + e.getReason() + ".", "Set it to a directory, or leave it out.", e);
        }
    }

    private static int port(Map<String, String> environment, String variable, int byDefault, int block) {
        String value = environment.getOrDefault(variable, "").strip();
        if (value.isEmpty()) {
            return byDefault;
        }
        int highest = 65536 - block;
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > highest) {
            throw new CannotStart(
                    variable + " is \"" + value + "\", which is not a usable port.",
                    "Set it to a number from 1 to " + highest + ", or leave it out for " + byDefault + ".");
        }
        return Integer.parseInt(value);
    }
}
