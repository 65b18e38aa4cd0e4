package io.sspr.quickstart.database;

import io.sspr.quickstart.layout.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs one of PostgreSQL's programs to its end and keeps what it said. */
record PostgresCommand(Path binaries) {

    /** What a program ended with and said, standard output and error together. */
    record Outcome(int exit, String said) {

        boolean succeeded() {
            return exit == 0;
        }
    }

    Outcome run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (asRoot()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it sees nobody, as in a container.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), said.strip());
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL's " + program + " cannot be run: " + e.getMessage() + ".", wayOut(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start of PostgreSQL was interrupted.", "Start again.", e);
        }
    }

    static String wayOut() {
        return asRoot()
                ? "Start ./sspr as an ordinary user: here root may not open a user namespace, and PostgreSQL refuses root."
                : "See that programs may be run from the data directory, or choose another: SSPR_DATA=... ./sspr up";
    }

    static boolean asRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
