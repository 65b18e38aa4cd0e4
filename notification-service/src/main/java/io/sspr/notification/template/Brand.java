package io.sspr.notification.template;

import org.jspecify.annotations.Nullable;

/**
 * What a message shows of the organisation.
 *
 * @param organisation as it calls itself
 * @param helpdesk how to reach the people who help, such as a telephone number
 * @param page host of the page that a code is entered on and that links lead to, where there is one
 * @param colour such as {@code #1f4e79}
 * @param supportText words of a link to more help, in notices, where there is one
 * @param supportLink where it leads
 */
public record Brand(
        String organisation,
        String helpdesk,
        @Nullable String page,
        String colour,
        @Nullable String supportText,
        @Nullable String supportLink) {

    /** The neutral one, without a page. */
    public static Brand plain(String organisation, String helpdesk) {
        return new Brand(organisation, helpdesk, null, "#8a8a8a", null, null);
    }
}
