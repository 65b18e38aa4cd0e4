package io.sspr.quickstart;

import io.sspr.client.FrontEnd;
import io.sspr.client.FrontEndSettings;
import io.sspr.contract.seal.KeyMaterial;
import io.sspr.demo.Mailbox;
import io.sspr.demo.OutsiderReport;
import io.sspr.quickstart.layout.CannotStart;
import io.sspr.quickstart.layout.Settings;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** {@code ./sspr outsider}: what an outsider can measure of known and unknown logins, against a system that it starts itself. */
final class OutsiderCommand implements Subcommand {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public int run(Settings settings, List<String> arguments, PrintStream out) throws Exception {
        boolean understood = arguments.isEmpty()
                || (arguments.size() == 2
                        && arguments.get(0).equals("--each")
                        && arguments.get(1).matches("[1-9][0-9]{0,4}"));
        if (!understood)
            throw new CannotStart(
                    "\"" + String.join(" ", arguments) + "\" is not understood.", "./sspr outsider [--each N]");
        int each = arguments.isEmpty() ? 1000 : Integer.parseInt(arguments.get(1));
        try (RunningSystem system = new RunningSystem(settings, QuickStart.blueprint(), (part, address) -> {})) {
            Runtime.getRuntime().addShutdownHook(new Thread(system::close, "sspr-stop"));
            system.start();
            return measure(system, each, out);
        }
    }

    private static int measure(RunningSystem system, int each, PrintStream out) {
        String bootstrap = system.broker().bootstrapServers();
        String anchor = system.anchorThumbprint();
        KeyMaterial keys = new KeyMaterial(system.settings().secrets(), Clock.systemUTC());
        Mailbox mailbox =
                new Mailbox(URI.create("http://127.0.0.1:" + system.settings().mailPort()));
        try (FrontEnd directory =
                        FrontEnd.connect(new FrontEndSettings(bootstrap, "directory", anchor, null, PATIENCE));
                FrontEnd portal = FrontEnd.connect(
                        new FrontEndSettings(bootstrap, "portal", anchor, keys.assertionSigner("portal"), PATIENCE))) {
            return new OutsiderReport(directory, portal, mailbox, out).run(each, 1) ? 0 : 1;
        }
    }
}
