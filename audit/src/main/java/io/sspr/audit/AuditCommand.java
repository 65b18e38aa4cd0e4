package io.sspr.audit;

import io.sspr.audit.database.DatabaseAccess;
import io.sspr.audit.export.Export;
import io.sspr.audit.finding.CannotCheck;
import io.sspr.audit.finding.Finding;
import io.sspr.audit.finding.FindingCode;
import io.sspr.audit.finding.Sink;
import io.sspr.audit.log.EventLog;
import io.sspr.audit.story.Story;
import io.sspr.contract.Service;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code ./sspr audit}: exit status 0 clean, 1 findings, 2 nothing could be concluded. */
public final class AuditCommand {

    private static final int CLEAN = 0;
    private static final int FINDINGS = 1;
    private static final int NOT_CHECKED = 2;
    private static final int SHOWN_OF_EACH = 20;

    private static final Set<String> FLAGS = Set.of("--events-only", "--requests", "--all");
    private static final Set<String> VALUES =
            Set.of("--bootstrap", "--config", "--databases", "--account", "--export", "--since", "--until", "--work");

    private static final String USAGE =
            "./sspr audit [--events-only | --bootstrap HOST:PORT [--config FILE] [--requests] [--databases FILE]]\n"
                    + "             [--account ID | --export FILE|-] [--since TIME] [--until TIME] [--all] [--work"
                    + " DIRECTORY]";

    private final Surroundings here;
    private final PrintStream out;
    private final PrintStream err;

    /**
     * What is looked at unless something else is said: the system that runs here.
     *
     * @param bootstrap its Kafka
     * @param databases its databases
     * @param directory where to put things aside
     */
    public record Surroundings(String bootstrap, List<DatabaseAccess> databases, Path directory) {}

    /** Findings go to {@code out}; what keeps it from checking goes to {@code err}. */
    public AuditCommand(Surroundings here, PrintStream out, PrintStream err) {
        this.here = here;
        this.out = out;
        this.err = err;
    }

    /** Runs it. */
    public int run(List<String> arguments) {
        try {
            Map<String, String> options = options(arguments);
            String account = options.get("--account");
            String export = options.get("--export");
            if (account != null) return tell(account, options);
            return export == null ? check(options) : export(export, options);
        } catch (CannotCheck e) {
            err.println(e.getMessage());
            return NOT_CHECKED;
        } catch (IOException e) {
            err.println("A file cannot be used: " + e.getMessage());
            return NOT_CHECKED;
        }
    }

    private static Map<String, String> options(List<String> arguments) throws CannotCheck {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = arguments.get(i);
            if (FLAGS.contains(name)) options.put(name, "");
            else if (VALUES.contains(name) && i + 1 < arguments.size()) options.put(name, arguments.get(++i));
            else throw new CannotCheck("\"" + String.join(" ", arguments) + "\" is not understood.\n" + USAGE);
        }
        return options;
    }

    private int check(Map<String, String> options) throws CannotCheck, IOException {
        boolean elsewhere = options.containsKey("--bootstrap") || options.containsKey("--config");
        boolean everything = !elsewhere && !options.containsKey("--events-only");
        String databases = options.get("--databases");
        Path directory = options.containsKey("--work") ? Path.of(options.get("--work")) : here.directory();
        AuditSettings settings = new AuditSettings(
                client(options),
                everything || options.containsKey("--requests"),
                databases == null ? (everything ? here.databases() : List.of()) : read(Path.of(databases)),
                false,
                directory,
                time(options, "--since"),
                time(options, "--until"));
        AuditResult result = Audit.run(settings, shown(options.containsKey("--all")));
        summarize(settings, result);
        return result.isClean() ? CLEAN : FINDINGS;
    }

    private Sink shown(boolean all) {
        Map<FindingCode, Integer> counts = new HashMap<>();
        return (Finding finding) -> {
            int count = counts.merge(finding.code(), 1, Integer::sum);
            if (all || count <= SHOWN_OF_EACH) out.println(finding);
            if (!all && count == SHOWN_OF_EACH) out.println(finding.code() + " and more, see --all");
        };
    }

    private void summarize(AuditSettings settings, AuditResult result) {
        double seconds = Math.max(0.001, result.took().toMillis() / 1000.0);
        out.printf(
                Locale.ROOT,
                "%d events on %d topics in %.1f s, %.0f a second%n",
                result.eventCount(),
                result.events().size(),
                seconds,
                result.eventCount() / seconds);
        if (settings.requests()) out.printf(Locale.ROOT, "%d requests and their replies%n", result.requests());
        for (DatabaseAccess access : settings.databases())
            out.println("the database of " + access.service().principal());
        List<String> notChecked = new ArrayList<>(result.notChecked());
        if (!settings.requests()) notChecked.add("requests and replies (G1): --requests");
        if (settings.databases().isEmpty()) notChecked.add("databases (G1, G4): --databases FILE");
        notChecked.forEach(what -> out.println("not checked: " + what));
        result.findings()
                .forEach((code, count) -> out.printf(Locale.ROOT, "%6d %s (%s)%n", count, code, code.guarantee()));
        out.println(result.isClean() ? "clean" : "NOT CLEAN");
    }

    private int tell(String account, Map<String, String> options) throws CannotCheck, IOException {
        try (EventLog log = EventLog.open(client(options))) {
            Story story = new Story(log, Audit.EVENTS);
            List<String> lines = story.of(story.account(account));
            if (lines.isEmpty()) throw new CannotCheck("No event tells of account " + account + ".");
            lines.forEach(out::println);
        }
        return CLEAN;
    }

    private int export(String file, Map<String, String> options) throws CannotCheck, IOException {
        try (EventLog log = EventLog.open(client(options))) {
            Instant since = time(options, "--since");
            Instant until = time(options, "--until");
            if (file.equals("-")) {
                new Export(out, since, until).write(log, Audit.EVENTS);
                return CLEAN;
            }
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(Path.of(file)))) {
                long lines = new Export(to, since, until).write(log, Audit.EVENTS);
                out.println(lines + " events in " + file);
            }
        }
        return CLEAN;
    }

    private Map<String, Object> client(Map<String, String> options) throws CannotCheck, IOException {
        Map<String, Object> client = new HashMap<>();
        String config = options.get("--config");
        if (config != null) properties(Path.of(config)).forEach((name, value) -> client.put(name.toString(), value));
        String bootstrap = options.get("--bootstrap");
        if (bootstrap != null) client.put("bootstrap.servers", bootstrap);
        client.putIfAbsent("bootstrap.servers", here.bootstrap());
        return client;
    }

    /** {@code reset.url}, {@code reset.user}, {@code reset.password}, and the same of the other services. */
    private static List<DatabaseAccess> read(Path file) throws CannotCheck, IOException {
        Properties properties = properties(file);
        List<DatabaseAccess> databases = new ArrayList<>();
        for (Service service : Service.values()) {
            String name = service.shortName();
            String url = properties.getProperty(name + ".url");
            if (url == null) continue;
            databases.add(new DatabaseAccess(
                    service,
                    url,
                    properties.getProperty(name + ".user", name),
                    properties.getProperty(name + ".password", "")));
        }
        if (databases.isEmpty())
            throw new CannotCheck(
                    file + " names no database: reset.url=jdbc:postgresql://..., reset.user, reset.password");
        return databases;
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static @Nullable Instant time(Map<String, String> options, String name) throws CannotCheck {
        String text = options.get(name);
        if (text == null) return null;
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new CannotCheck(name + " takes a time such as 2026-11-22T10:00:00Z, not \"" + text + "\".", e);
        }
    }
}
