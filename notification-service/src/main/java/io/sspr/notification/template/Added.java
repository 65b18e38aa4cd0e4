package io.sspr.notification.template;

import org.jspecify.annotations.Nullable;

/**
 * What is added to a notice when it is sent, and kept nowhere.
 *
 * @param link where its reader can say that this was not them
 * @param code to be read out for the same
 * @param login of the account, for administrators
 * @param organisationId of the account, for administrators
 * @param helpMail address of the helpdesk, for whom a reset is refused
 * @param helpLink page of the helpdesk, for the same
 */
public record Added(
        @Nullable String link,
        @Nullable String code,
        @Nullable String login,
        @Nullable String organisationId,
        @Nullable String helpMail,
        @Nullable String helpLink) {

    /** Nothing. */
    public static final Added NOTHING = new Added(null, null, null, null, null, null);

    /** How to say that this was not me; without a page there is no link. */
    public static Added dispute(@Nullable String link, String code) {
        return new Added(link, code, null, null, null, null);
    }

    /** Whose account it is. */
    public static Added account(String login, String organisationId) {
        return new Added(null, null, login, organisationId, null, null);
    }

    /** Where help is, as far as the policy says. */
    public static Added help(@Nullable String mail, @Nullable String link) {
        return new Added(null, null, null, null, mail, link);
    }

    @Override
    public String toString() {
        return "Added[hidden]";
    }
}
