package io.sspr.contract;

import java.util.Map;

/**
 * A topic and its settings; partition counts are fixed up front, because changing them moves keys.
 *
 * @param name its name
 * @param kind what it is for
 * @param partitions how many partitions
 * @param settings Kafka's topic configuration
 */
public record Topic(String name, Kind kind, int partitions, Map<String, String> settings) {

    /** What a topic is for. */
    public enum Kind {
        /** From one client to one service. */
        REQUESTS,
        /** From the services to one client. */
        REPLIES,
        /** Between services. */
        INTERNAL,
        /** What happened, for ever. */
        EVENTS,
        /** The current fact per key. */
        STATE,
        /** What could not be understood. */
        DEAD,
        /** How far a relay has published. */
        CHECKPOINT
    }
}
