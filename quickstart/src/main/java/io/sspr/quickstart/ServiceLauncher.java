package io.sspr.quickstart;

import io.sspr.contract.Service;

/** Starts one service in this JVM. */
public interface ServiceLauncher {

    Service service();

    /** Returns when the service is ready; closing what is returned stops it in order. It must not add a shutdown hook. */
    AutoCloseable launch(Surroundings surroundings) throws Exception;
}
