package io.sspr.demo;

import io.sspr.contract.secret.AccountEntry;

/** A made-up person from a file; the password is the one for the very first sign-in only. */
record SampleAccount(String organisationId, String login, String locale, String address, String firstPassword) {

    /** The same person as somebody who never was before: with a mark in id, login and address (RFC 5233 sub-address). */
    SampleAccount marked(String mark) {
        int at = address.lastIndexOf('@');
        return new SampleAccount(
                organisationId + "-" + mark,
                login + "+" + mark,
                locale,
                address.substring(0, at) + "+" + mark + address.substring(at),
                firstPassword);
    }

    AccountEntry entry() {
        return new AccountEntry(organisationId, login, locale, false);
    }

    @Override
    public String toString() {
        return "SampleAccount[hidden]";
    }
}
