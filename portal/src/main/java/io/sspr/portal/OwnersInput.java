package io.sspr.portal;

import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the portal with whoever started it: their end, of whatever kind, is the end of its standard input. */
final class OwnersInput {

    private static final Logger LOG = LoggerFactory.getLogger(OwnersInput.class);

    private OwnersInput() {}

    /** Looks from now on. */
    static void endWithIt(InputStream input) {
        Thread thread = new Thread(() -> awaitEnd(input), "owners-input");
        thread.setDaemon(true);
        thread.start();
    }

    private static void awaitEnd(InputStream input) {
        try {
            while (input.read() >= 0) {
                // What is said there means nothing.
            }
        } catch (IOException e) {
            LOG.debug("The input has ended with a fault", e);
        }
        LOG.info("Whoever started the portal is gone or wants it to end");
        System.exit(0);
    }
}
