package io.sspr.portal.session;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why somebody stands before the page that signs in, where there is something to say about it. */
public enum Why {

    /** A page that only people who have signed in may see. */
    NEEDED(false),
    /** The time was over. */
    EXPIRED(false),
    /** Signed in, and too long ago for what was wanted. */
    TOO_OLD(false),
    /** The password was changed. */
    CHANGED(true),
    /** Signed out, by themselves. */
    SIGNED_OUT(true),
    /** The form was not one that this browser was given, or is used up. */
    AGAIN(false),
    /** The identity provider was left without signing in. */
    CANCELLED(false),
    /** The identity provider did not sign them in, or said so in a way that we do not believe. */
    PROVIDER(false),
    /** The identity provider did not say whose account it is. */
    NO_ACCOUNT(false);

    private final boolean good;

    Why(boolean good) {
        this.good = good;
    }

    /** Whether something went as they wished. */
    public boolean isGood() {
        return good;
    }

    /** How an address names it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where the page is that says so, and then goes on there. */
    public String signIn(Place next) {
        return "/sign-in?why=" + text() + "&next=" + next.path();
    }

    static Optional<Why> named(@Nullable String text) {
        return Arrays.stream(values()).filter(why -> why.text().equals(text)).findFirst();
    }
}
