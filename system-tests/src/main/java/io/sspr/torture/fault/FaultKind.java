package io.sspr.torture.fault;

/** What can be done to a part. */
public enum FaultKind {
    /** SIGKILL of a service's instance, whatever it does. */
    KILL_SERVICE("kill service"),
    /** SIGKILL of the instance that relays, while a batch goes out. */
    KILL_RELAY("kill relay amid a batch"),
    /** SIGSTOP of an instance for longer than its lease and its session last, and SIGCONT. */
    PAUSE_SERVICE("hold up service"),
    /** SIGSTOP of the instance that relays, while a batch goes out, for as long. */
    PAUSE_RELAY("hold up relay amid a batch"),
    /** The second instance of a service does not reach Kafka. */
    CUT_KAFKA("cut from Kafka"),
    /** It does not reach PostgreSQL. */
    CUT_DATABASE("cut from PostgreSQL"),
    /** It reaches neither. */
    CUT_BOTH("cut from both"),
    /** It reaches neither, and what it was connected by is dead afterwards without a word. */
    FORGET("cut from both and forgotten"),
    /** An instance is killed and comes back with a wrong clock, until it is started the next time. */
    WRONG_CLOCK("wrong clock"),
    /** Each instance is stopped in order and started again, one after another. */
    ROLLING_RESTART("rolling restart"),
    /** SIGKILL of the broker that leads the busiest partition. */
    KILL_LEADER("kill leading broker"),
    /** SIGKILL of the active controller. */
    KILL_CONTROLLER("kill controller"),
    /** SIGSTOP of the broker that leads the busiest partition for longer than its session lasts, and SIGCONT. */
    PAUSE_LEADER("hold up leading broker"),
    /** SIGKILL of all brokers at once. */
    NO_BROKER("no broker"),
    /** SIGKILL of PostgreSQL. */
    KILL_DATABASE("kill PostgreSQL");

    private final String words;

    FaultKind(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
