package io.sspr.quickstart;

import io.sspr.console.RulesConsole;
import io.sspr.quickstart.layout.Settings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** {@code ./sspr policy} and {@code ./sspr why}: against the system that runs with these settings. */
final class RulesCommands {

    private RulesCommands() {}

    /** Looks at the rules, checks what others would do, and puts them in force. */
    static Subcommand policy() {
        return (settings, arguments, out) -> console(settings, out).policy(arguments);
    }

    /** Says what the rules come to for one person. */
    static Subcommand why() {
        return (settings, arguments, out) -> console(settings, out).why(arguments);
    }

    private static RulesConsole console(Settings settings, PrintStream out) {
        // What goes wrong must not end in the file that "policy show" is written to.
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        return new RulesConsole("127.0.0.1:" + settings.kafkaPort(), settings.secrets(), out, err);
    }
}
