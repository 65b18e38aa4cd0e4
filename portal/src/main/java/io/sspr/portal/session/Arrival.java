package io.sspr.portal.session;

/** Where everybody comes by who has just signed in: there may be something to register first. */
public final class Arrival {

    /** The page that looks whether there is. */
    public static final String PATH = "/account/welcome";

    private Arrival() {}

    /** That page, which then goes on to the place. */
    static String path(Place next) {
        return PATH + "?next=" + next.path();
    }
}
