package io.sspr.quickstart;

import io.sspr.quickstart.layout.Settings;
import java.io.PrintStream;
import java.util.List;

/** What {@code ./sspr <name> <arguments>} does besides {@code up}. */
@FunctionalInterface
public interface Subcommand {

    /** Returns the exit status; throws {@link io.sspr.quickstart.layout.CannotStart} for what a person can mend. */
    int run(Settings settings, List<String> arguments, PrintStream out) throws Exception;
}
