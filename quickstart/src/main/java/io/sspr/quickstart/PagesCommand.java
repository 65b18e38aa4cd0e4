package io.sspr.quickstart;

import io.sspr.client.FrontEnd;
import io.sspr.client.FrontEndSettings;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.demo.Mailbox;
import io.sspr.demo.PagesReport;
import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.Settings;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** {@code ./sspr pages}: resets through the portal's pages, timed beside the bare client's, against a running {@code up}. */
final class PagesCommand implements Subcommand {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public int run(Settings settings, List<String> arguments, PrintStream out) {
        boolean understood = arguments.isEmpty()
                || (arguments.size() == 2
                        && arguments.get(0).equals("--resets")
                        && arguments.get(1).matches("[1-9][0-9]{0,4}"));
        if (!understood)
            throw new CannotStart(
                    "\"" + String.join(" ", arguments) + "\" is not understood.", "./sspr pages [--resets N]");
        int resets = arguments.isEmpty() ? 100 : Integer.parseInt(arguments.get(1));
        Path secrets = settings.secrets();
        if (!Files.isDirectory(secrets))
            throw new CannotStart("There is no system in " + settings.data() + ".", "Start one: ./sspr up");
        KeyMaterial keys = new KeyMaterial(secrets, Clock.systemUTC());
        String bootstrap = "127.0.0.1:" + settings.kafkaPort();
        Mailbox mailbox = new Mailbox(URI.create("http://127.0.0.1:" + settings.mailPort()));
        try (FrontEnd directory = FrontEnd.connect(
                        new FrontEndSettings(bootstrap, "directory", keys.anchorThumbprint(), null, PATIENCE));
                FrontEnd client = FrontEnd.connect(new FrontEndSettings(
                        bootstrap, "portal", keys.anchorThumbprint(), keys.assertionSigner("portal"), PATIENCE))) {
            new PagesReport(directory, client, mailbox, URI.create("http://localhost:" + settings.portalPort()), out)
                    .run(resets);
        }
        return 0;
    }
}
