package io.sspr.quickstart.portal;

import io.sspr.quickstart.layout.CannotStart;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the portal's classes are; never among our own, for what guards its pages would guard the services' health too. */
public final class PortalClassPath {

    private PortalClassPath() {}

    /** Of the portal that was built in this project's directory; throws {@link CannotStart} if it was not. */
    public static String in(Path home) {
        Path target = home.toAbsolutePath().normalize().resolve("portal").resolve("target");
        Path classes = target.resolve("classes");
        Path libraries = target.resolve("class-path.txt");
        try {
            if (!Files.isDirectory(classes)) throw notBuilt(target, null);
            return classes + File.pathSeparator + Files.readString(libraries).strip();
        } catch (IOException e) {
            throw notBuilt(target, e);
        }
    }

    private static CannotStart notBuilt(Path target, @Nullable IOException cause) {
        CannotStart reason = new CannotStart(
                "The portal is not built: " + target + " does not hold it.",
                "Build it: mvn -DskipTests -pl portal -am package");
        if (cause != null) reason.initCause(cause);
        return reason;
    }
}
