package io.sspr.notification.template;

/** What a message is about; {@link #about} is part of the contract, in NoticeDelivered and DeliveryFailed. */
public enum Occasion {
    /** A code was asked for. */
    CODE("code", Audience.OWNER),
    /** A password was set without the old one. */
    PASSWORD_RESET("password-reset", Audience.OWNER),
    /** A password was set by somebody who knew the old one. */
    PASSWORD_CHANGED("password-changed", Audience.OWNER),
    /** A password was set with a code that an administrator had arranged. */
    PASSWORD_RESET_ARRANGED("password-reset-arranged", Audience.OWNER),
    /** An administrator has arranged such a code. */
    RESET_ARRANGED("reset-arranged", Audience.OWNER),
    /** There is one more way to reset the password. */
    METHOD_REGISTERED("method-registered", Audience.OWNER),
    /** There is one way less to reset the password. */
    METHOD_REMOVED("method-removed", Audience.OWNER),
    /** A way to reset the password is closed after too many wrong codes. */
    METHOD_LOCKED("method-locked", Audience.OWNER),
    /** There is a new set of recovery codes. */
    RECOVERY_CODES_ISSUED("recovery-codes-issued", Audience.OWNER),
    /** There is one recovery code in place of a used one. */
    RECOVERY_CODE_REPLACED("recovery-code-replaced", Audience.OWNER),
    /** There is one recovery code less. */
    RECOVERY_CODE_USED("recovery-code-used", Audience.OWNER),
    /** Many wrong passwords were entered. */
    SIGN_IN_LOCKED("sign-in-locked", Audience.OWNER),
    /** Sign-in was unlocked with a proof. */
    ACCOUNT_UNLOCKED("account-unlocked", Audience.OWNER),
    /** An administrator has removed all ways to reset the password. */
    REREGISTRATION_REQUIRED("reregistration-required", Audience.OWNER),
    /** "This was not me" was received. */
    RESET_DISPUTED("reset-disputed", Audience.DISPUTER),
    /** A password could not be reset, and why. */
    RESET_REFUSED("reset-refused", Audience.ASKER),
    /** To administrators: another one's password was reset. */
    TOLD_PASSWORD_RESET("told-password-reset", Audience.ADMINISTRATORS),
    /** To administrators: a person said "this was not me". */
    TOLD_RESET_DISPUTED("told-reset-disputed", Audience.ADMINISTRATORS),
    /** To administrators or the helpdesk: a person asks for help. */
    HELP_WANTED("help-wanted", Audience.ADMINISTRATORS);

    private enum Audience {
        OWNER,
        /** The owner, who has said already that it was not theirs. */
        DISPUTER,
        /** The owner, to whose account nothing has happened. */
        ASKER,
        ADMINISTRATORS
    }

    private final String about;
    private final Audience audience;

    Occasion(String about, Audience audience) {
        this.about = about;
        this.audience = audience;
    }

    /** The stable name, also the first part of its keys in the texts. */
    public String about() {
        return about;
    }

    /** Whether its reader may say with it that this was not them. */
    public boolean canBeDisputed() {
        return audience == Audience.OWNER && this != CODE;
    }

    /** Whether it goes to those who run the organisation, and so names whose account it is about. */
    public boolean isForAdministrators() {
        return audience == Audience.ADMINISTRATORS;
    }

    /** Whether there are no text messages of it: what has to be said takes more room. */
    public boolean isForMailOnly() {
        return audience == Audience.ADMINISTRATORS || audience == Audience.ASKER;
    }

    /** The occasion of that stable name. */
    public static Occasion named(String about) {
        for (Occasion occasion : values()) if (occasion.about.equals(about)) return occasion;
        throw new IllegalArgumentException("nothing is told about " + about);
    }
}
