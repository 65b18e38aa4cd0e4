package io.sspr.quickstart;

import io.sspr.contract.secret.AccountEntry;
import io.sspr.contract.secret.InitialCredential;
import java.util.List;
import java.util.Locale;

/**
 * Somebody to try the system with, in no other system.
 *
 * @param password the first one
 * @param mustChange whether it is for the first sign-in only
 * @param ready whether mail address and telephone are registered and proven
 * @param address of mail, to register
 * @param number of a telephone, to register
 * @param about what can be tried
 */
record SamplePerson(
        String login, String password, boolean mustChange, boolean ready, String address, String number, String about) {

    /** All of them, whom the guide names in this order. */
    static final List<SamplePerson> ALL = List.of(
            new SamplePerson(
                    "sonja.sample",
                    "walks along the river",
                    false,
                    true,
                    "sonja.sample@example.org",
                    "+38651555010",
                    "has mail and a telephone registered: can reset it, or sign in"),
            new SamplePerson(
                    "mark.sample",
                    "tea before the meeting",
                    false,
                    false,
                    "mark.sample@example.org",
                    "+38651555011",
                    "has registered nothing: is asked to when signing in"),
            new SamplePerson(
                    "nina.sample",
                    "first day at the office",
                    true,
                    false,
                    "nina.sample@example.org",
                    "+38651555012",
                    "has an initial password: must choose another when signing in"));

    AccountEntry entry() {
        String name = login.substring(0, login.indexOf('.'));
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return new AccountEntry("sample-" + name, login, "en", false, null, List.of(capital, "Sample"), null, null);
    }

    InitialCredential credential() {
        return new InitialCredential(null, password, mustChange);
    }
}
