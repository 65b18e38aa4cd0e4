package io.sspr.notification.budget;

/** How many messages one counter has granted in the last hour and in the last 24 hours. */
record Granted(int lastHour, int lastDay) {
    static final Granted NONE = new Granted(0, 0);
}
