package io.sspr.notification.budget;

import io.sspr.contract.policy.MessageLimits;
import java.util.Map;

/** Whether one more message may be sent (ATK-11), and whether a country is worth sending to (SMS-06). */
final class BudgetDecider {

    private static final int FEWEST_SENT = 50;
    private static final int VERIFIED_PERCENT = 20;

    private BudgetDecider() {}

    /** Only if every counter has room. */
    static boolean allows(Spending spending, MessageLimits limits, Map<String, Granted> granted) {
        return spending.shares().stream().allMatch(share -> {
            Granted before = granted.getOrDefault(share.counter(), Granted.NONE);
            return before.lastHour() < share.limit().perHour(limits)
                    && before.lastDay() < share.limit().perDay(limits);
        });
    }

    /** Hardly anybody enters the codes: they go to whoever earns by the message. */
    static boolean trips(long sent, long verified) {
        return sent >= FEWEST_SENT && verified * 100 < sent * VERIFIED_PERCENT;
    }
}
