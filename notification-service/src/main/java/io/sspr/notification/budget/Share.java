package io.sspr.notification.budget;

/**
 * One counter that a message is counted under, and how much it may grant.
 *
 * @param counter keyed HMAC, which tells nothing of an address
 * @param perHour in any hour
 * @param perDay in any 24 hours
 */
record Share(String counter, int perHour, int perDay) {

    static final int NO_LIMIT = Integer.MAX_VALUE;
}
