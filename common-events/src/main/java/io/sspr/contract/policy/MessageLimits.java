package io.sspr.contract.policy;

import io.sspr.contract.About;

/**
 * How many messages go out, counted apart for mails and texts; of codes where nothing else is said. Counts from 1 up.
 *
 * @param destinationPerHour to one address or number in any hour
 * @param destinationPerDay to one address or number in any 24 hours
 * @param accountPerHour for one account in any hour
 * @param accountPerDay for one account in any 24 hours
 * @param clientPerHour asked for through one client in any hour
 * @param allPerHour altogether in any hour
 * @param textsPerPrefixPerHour texts to numbers with the same first seven digits in any hour (ATK-08)
 * @param textsPerCountryPerHour texts to one country in any hour
 * @param textsPerDay texts altogether in any 24 hours
 * @param textNoticesPerDay notices by text to one number in any 24 hours
 * @param helpPerHour requests for help that are passed on in any hour
 */
@About(
        "How many messages go out, counted apart for mails and texts; of codes where nothing else is said. Counts from 1 up.")
public record MessageLimits(
        @About("to one address or number in any hour") int destinationPerHour,

        @About("to one address or number in any 24 hours") int destinationPerDay,

        @About("for one account in any hour") int accountPerHour,
        @About("for one account in any 24 hours") int accountPerDay,

        @About("asked for through one client in any hour") int clientPerHour,

        @About("altogether in any hour") int allPerHour,

        @About("texts to numbers with the same first seven digits in any hour (ATK-08)")
        int textsPerPrefixPerHour,

        @About("texts to one country in any hour") int textsPerCountryPerHour,

        @About("texts altogether in any 24 hours") int textsPerDay,

        @About("notices by text to one number in any 24 hours")
        int textNoticesPerDay,

        @About("requests for help that are passed on in any hour")
        int helpPerHour) {}
