package io.sspr.quickstart.layout;

/** The three services; each has a database and a role of the same name, and a health port counted from the settings' first. */
public enum Service {
    REGISTRATION("registration", 0),
    RESET("reset", 1),
    NOTIFICATION("notification", 2);

    private final String database;
    private final int healthPortOffset;

    Service(String database, int healthPortOffset) {
        this.database = database;
        this.healthPortOffset = healthPortOffset;
    }

    /** Name of the database and of the role that owns it. */
    public String database() {
        return database;
    }

    /** As it is called in configuration and on screen, for example {@code reset-service}. */
    public String serviceName() {
        return database + "-service";
    }

    int healthPortOffset() {
        return healthPortOffset;
    }
}
