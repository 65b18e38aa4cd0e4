package io.sspr.torture.system;

import java.util.List;

/** Options for one of many JVMs on a small machine. */
final class SmallJava {

    private static final String LOGGING = "io/sspr/torture/logback.xml";

    static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xss512k",
            "-Xshare:auto",
            // Or else that of the tests would send all of them to one file.
            "-Dlogback.configurationFile=" + LOGGING,
            "-Dlogging.config=classpath:" + LOGGING);

    private SmallJava() {}
}
