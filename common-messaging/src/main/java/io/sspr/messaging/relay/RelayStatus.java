package io.sspr.messaging.relay;

/**
 * How a relay is doing.
 *
 * @param state what it does
 * @param sentence the same for people; never content of a message
 */
public record RelayStatus(State state, String sentence) {

    /** What a relay does. */
    public enum State {
        /** It was not started, or was stopped in order. */
        OFF,
        /** Another instance relays. */
        STANDBY,
        /** It relays. */
        LEADING,
        /** Something is not there; it tries on. */
        TROUBLE,
        /** The broker refuses a record; it tries on, and all that comes after waits. */
        BLOCKED,
        /** Publishing on could lose, double or reorder; an operator must look. */
        STOPPED
    }
}
