package io.sspr.notification.budget;

/**
 * One counter that a message is counted under.
 *
 * @param counter keyed HMAC, which tells nothing of an address
 * @param limit how much it may grant; what that is in numbers the policy says when the message is granted
 */
record Share(String counter, Limit limit) {}
