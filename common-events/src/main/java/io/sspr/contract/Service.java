package io.sspr.contract;

/** The three services. */
public enum Service {
    /** Knows how a person can prove who they are. */
    REGISTRATION("registration"),
    /** Knows what a proven person may do with a password. */
    RESET("reset"),
    /** Knows how to reach a person. */
    NOTIFICATION("notification");

    private final String shortName;

    Service(String shortName) {
        this.shortName = shortName;
    }

    /** As in topic names, such as {@code reset}. */
    public String shortName() {
        return shortName;
    }

    /** Its principal, consumer group, audience and {@code ce_source}, such as {@code reset-service}. */
    public String principal() {
        return shortName + "-service";
    }
}
