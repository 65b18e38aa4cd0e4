package io.sspr.notification.budget;

/** Whether one more code may be sent (ATK-11). */
final class BudgetDecider {

    private BudgetDecider() {}

    static boolean allows(Granted toDestination, Granted forAccount, Granted toAll, BudgetProperties limits) {
        return toDestination.lastHour() < limits.destinationPerHour()
                && toDestination.lastDay() < limits.destinationPerDay()
                && forAccount.lastHour() < limits.accountPerHour()
                && toAll.lastHour() < limits.allPerHour();
    }
}
