package io.sspr.notification.sms;

import io.sspr.notification.sms.TextAnswer.State;
import java.util.Map;
import java.util.Set;

/** The table of the gateway's error codes (SMS-04): which are worth another try, and what the others mean. */
final class GatewayErrors {

    private static final Map<Integer, State> CODES = Map.ofEntries(
            // the queue is full, too many requests
            Map.entry(30001, State.TROUBLE),
            Map.entry(14107, State.TROUBLE),
            Map.entry(20429, State.TROUBLE),
            // the account is suspended, the password or the sender wrong: the operator's to mend
            Map.entry(30002, State.TROUBLE),
            Map.entry(20003, State.TROUBLE),
            Map.entry(21603, State.TROUBLE),
            Map.entry(21606, State.TROUBLE),
            Map.entry(21659, State.TROUBLE),
            // the telephone is off, or nobody knows why
            Map.entry(30003, State.ONCE_MORE),
            Map.entry(30008, State.ONCE_MORE),
            // no such number, a landline, no mobile number
            Map.entry(30005, State.REJECTED),
            Map.entry(30006, State.REJECTED),
            Map.entry(21211, State.REJECTED),
            Map.entry(21614, State.REJECTED),
            // barred, filtered, unsubscribed, fraud guard, country not permitted
            Map.entry(30004, State.BLOCKED),
            Map.entry(30007, State.BLOCKED),
            Map.entry(30450, State.BLOCKED),
            Map.entry(21610, State.BLOCKED),
            Map.entry(21408, State.BLOCKED),
            Map.entry(60410, State.BLOCKED),
            Map.entry(60605, State.BLOCKED));

    /** The operator is to mend it, or it is too busy. */
    private static final Set<Integer> TRY_LATER = Set.of(401, 403, 408, 425, 429);

    private GatewayErrors() {}

    /** Of a message that the gateway had taken and could not deliver. */
    static State ofReport(int code) {
        return CODES.getOrDefault(code, State.REFUSED);
    }

    /** Of a request that was answered with an error, whether it has a code or not (0). */
    static State ofAnswer(int httpStatus, int code) {
        State known = CODES.get(code);
        if (known != null) return known == State.ONCE_MORE ? State.TROUBLE : known;
        return httpStatus >= 500 || httpStatus < 400 || TRY_LATER.contains(httpStatus) ? State.TROUBLE : State.REFUSED;
    }
}
