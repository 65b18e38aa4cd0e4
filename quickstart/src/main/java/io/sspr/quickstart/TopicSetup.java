package io.sspr.quickstart;

import org.apache.kafka.clients.admin.Admin;

/** Creates the topics that are missing, with the settings of the contract's table. May be repeated. */
@FunctionalInterface
public interface TopicSetup {

    void prepare(Admin kafka) throws Exception;
}
