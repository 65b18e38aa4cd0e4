package io.sspr.browser;

/**
 * Something that went wrong in a page, though a person may not have seen it.
 *
 * @param said what the browser said of it
 */
record Trouble(Kind kind, String said) {

    enum Kind {
        /** The page's policy of what may run and load refused something. */
        CSP_VIOLATION,
        CONSOLE_ERROR,
        /** An exception of a script that nobody caught. */
        PAGE_ERROR,
        FAILED_REQUEST,
        /** Not to the portal: it was not let through. */
        FOREIGN_REQUEST
    }

    @Override
    public String toString() {
        return kind + ": " + said;
    }
}
