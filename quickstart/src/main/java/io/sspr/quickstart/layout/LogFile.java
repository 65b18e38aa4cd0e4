package io.sspr.quickstart.layout;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sends everybody's log to one bounded file, and to the console only what somebody must see. */
public final class LogFile {

    private LogFile() {}

    /** To be called before the first logger is made, with the directory there. */
    public static void write(Path file) {
        System.setProperty("sspr.log", file.toString());
        System.setProperty("logback.configurationFile", "io/sspr/quickstart/logback.xml");
        // Spring Boot would set up logging anew for each of the services in this JVM.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Thread.setDefaultUncaughtExceptionHandler(LogFile::uncaught);
    }

    /** A mail catcher's thread dies of each client that goes away without a word, which is nobody's concern. */
    private static void uncaught(Thread thread, Throwable problem) {
        if (thread.getName().startsWith("smtp:"))
            LoggerFactory.getLogger(LogFile.class).info("{}: {}", thread.getName(), problem.toString());
        else LoggerFactory.getLogger(LogFile.class).error("Thread {} died", thread.getName(), problem);
    }
}
