package io.sspr.quickstart;

import java.nio.file.Path;

/** Makes the key material where it is missing, and never changes what is there. */
@FunctionalInterface
public interface KeySetup {

    /** Returns the thumbprint of the anchor key, which clients are configured with; empty if there is none. */
    String prepare(Path secrets) throws Exception;
}
