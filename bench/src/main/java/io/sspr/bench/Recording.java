package io.sspr.bench;

import io.sspr.contract.Service;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A recording by Java's Flight Recorder of one service, of what is measured and nothing before. */
final class Recording {

    private Recording() {}

    /** Returns the file that will be there when it is stopped. */
    static Path start(BenchSystem system, Service service) throws IOException, InterruptedException {
        Path file = system.settings().data().resolve(service.principal() + ".jfr");
        jcmd(system, service, "JFR.start", "name=bench", "settings=profile");
        return file;
    }

    static void stop(BenchSystem system, Service service, Path file) throws IOException, InterruptedException {
        jcmd(system, service, "JFR.stop", "name=bench", "filename=" + file);
    }

    private static void jcmd(BenchSystem system, Service service, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(system.service(service).pid()));
        builder.command().addAll(List.of(command));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                system.settings().logs().resolve("jcmd.log").toFile()));
        if (builder.start().waitFor() != 0)
            throw new IllegalStateException(
                    "jcmd failed: its words are in " + system.settings().logs());
    }
}
