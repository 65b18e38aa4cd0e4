package io.sspr.quickstart;

import io.sspr.contract.seal.KeyMaterial;
import io.sspr.demo.Demonstration;
import io.sspr.demo.DemonstrationOptions;
import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.DataDirectory;
import io.sspr.quickstart.layout.Settings;
import io.sspr.reset.hashing.HashingProperties;
import io.sspr.reset.hashing.Password;
import io.sspr.reset.hashing.PasswordHasher;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** {@code ./sspr demo}: against the system that runs on the data directory, or one that it starts and stops itself. */
final class DemoCommand implements Subcommand {

    private static final Map<String, Pattern> OPTIONS = Map.of(
            "--resets", Pattern.compile("[0-9]{1,5}"),
            "--at-once", Pattern.compile("[1-9][0-9]{0,2}"),
            "--bootstrap", Pattern.compile("[^\\s]+:[0-9]+"),
            "--mail-page", Pattern.compile("https?://\\S+"),
            "--secrets", Pattern.compile(".+"));

    @Override
    public int run(Settings settings, List<String> arguments, PrintStream out) throws Exception {
        Map<String, String> options = options(arguments);
        if (options.containsKey("--bootstrap") || isRunning(settings)) return demonstrate(settings, options, out);
        out.println("Nothing runs on " + settings.data() + ": starting it for the demonstration ...");
        try (RunningSystem system = new RunningSystem(settings, QuickStart.blueprint(), (part, address) -> {})) {
            Runtime.getRuntime().addShutdownHook(new Thread(system::close, "sspr-stop"));
            system.start();
            return demonstrate(settings, options, out);
        }
    }

    private static int demonstrate(Settings settings, Map<String, String> options, PrintStream out) {
        Path secrets =
                Path.of(options.getOrDefault("--secrets", settings.secrets().toString()));
        return Demonstration.run(new DemonstrationOptions(
                options.getOrDefault("--bootstrap", "127.0.0.1:" + settings.kafkaPort()),
                URI.create(options.getOrDefault("--mail-page", "http://127.0.0.1:" + settings.mailPort())),
                secrets,
                new KeyMaterial(secrets, Clock.systemUTC()).anchorThumbprint(),
                Path.of(System.getenv().getOrDefault("SSPR_HOME", "."), "quickstart", "sample", "accounts.csv"),
                Integer.parseInt(options.getOrDefault("--resets", "200")),
                Integer.parseInt(options.getOrDefault("--at-once", "1")),
                hashMillis(),
                out));
    }

    /** What one hash costs, with the parameters that the service has by default. */
    private static DoubleSupplier hashMillis() {
        PasswordHasher hasher = new PasswordHasher(
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("sspr.hashing", HashingProperties.class));
        Password password = Password.of("a password of usual length").orElseThrow();
        return () -> {
            long begin = System.nanoTime();
            hasher.hash(password);
            return (System.nanoTime() - begin) / 1e6;
        };
    }

    private static boolean isRunning(Settings settings) throws IOException {
        try {
            DataDirectory.hold(settings.data()).close();
            return false;
        } catch (CannotStart held) {
            return true;
        }
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            Pattern pattern = OPTIONS.get(arguments.get(i));
            if (pattern == null
                    || i + 1 == arguments.size()
                    || !pattern.matcher(arguments.get(i + 1)).matches())
                throw new CannotStart(
                        "\"" + String.join(" ", arguments) + "\" is not understood.",
                        "./sspr demo [--resets N] [--at-once N] [--bootstrap HOST:PORT --mail-page URL --secrets DIR]");
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        return options;
    }
}
