package io.sspr.portal.cookie;

import java.util.Locale;

/** What a cookie of ours is for. */
public enum CookieName {

    /** Who is signed in. */
    SESSION,
    /** What is under way on the pages below its path. */
    JOURNEY,
    /** On its way through an identity provider. */
    SIGNING_IN;

    String text() {
        return "sspr-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
