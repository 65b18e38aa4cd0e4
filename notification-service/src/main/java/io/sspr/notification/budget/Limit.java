package io.sspr.notification.budget;

import io.sspr.contract.policy.MessageLimits;

/** Which of the policy's limits holds for what is counted. */
enum Limit {
    DESTINATION,
    ACCOUNT,
    CLIENT,
    ALL_MAILS,
    ALL_TEXTS,
    PREFIX,
    COUNTRY,
    TEXT_NOTICES_TO_ONE,
    TEXT_NOTICES,
    HELP;

    private static final int NONE = Integer.MAX_VALUE;

    /** In any hour. */
    int perHour(MessageLimits limits) {
        return switch (this) {
            case DESTINATION -> limits.destinationPerHour();
            case ACCOUNT -> limits.accountPerHour();
            case CLIENT -> limits.clientPerHour();
            case ALL_MAILS, ALL_TEXTS -> limits.allPerHour();
            case PREFIX -> limits.textsPerPrefixPerHour();
            case COUNTRY -> limits.textsPerCountryPerHour();
            case HELP -> limits.helpPerHour();
            case TEXT_NOTICES_TO_ONE, TEXT_NOTICES -> NONE;
        };
    }

    /** In any 24 hours. */
    int perDay(MessageLimits limits) {
        return switch (this) {
            case DESTINATION -> limits.destinationPerDay();
            case ACCOUNT -> limits.accountPerDay();
            case ALL_TEXTS, TEXT_NOTICES -> limits.textsPerDay();
            case TEXT_NOTICES_TO_ONE -> limits.textNoticesPerDay();
            case CLIENT, ALL_MAILS, PREFIX, COUNTRY, HELP -> NONE;
        };
    }
}
