package io.sspr.demo;

import io.sspr.contract.secret.AccountEntry;
import java.util.Locale;

/** A made-up person from a file; the password is the one for the very first sign-in only. */
record SampleAccount(
        String organisationId,
        String login,
        String locale,
        String address,
        String mobile,
        boolean administrator,
        String firstPassword) {

    /** The same person as somebody who never was before: with a mark in id, login and address (RFC 5233 sub-address). */
    SampleAccount marked(String mark) {
        int at = address.lastIndexOf('@');
        return new SampleAccount(
                organisationId + "-" + mark,
                login + "+" + mark,
                locale,
                address.substring(0, at) + "+" + mark + address.substring(at),
                numberOf(mark),
                administrator,
                firstPassword);
    }

    /** The same mobile network, and a number that no limit of an earlier run counts. */
    private String numberOf(String mark) {
        int digits = Math.floorMod((organisationId + mark).hashCode(), 1_000_000);
        return String.format(Locale.ROOT, "%s%06d", mobile.replaceAll("([0-9] ?){6}$", ""), digits);
    }

    AccountEntry entry() {
        return new AccountEntry(organisationId, login, locale, administrator);
    }

    @Override
    public String toString() {
        return "SampleAccount[hidden]";
    }
}
