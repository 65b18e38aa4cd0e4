package io.sspr.notification.template;

/** What a mail is about; {@link #about} is part of the contract, in NoticeDelivered and DeliveryFailed. */
public enum Occasion {
    /** A code was asked for. */
    CODE("code"),
    /** A password was set without the old one. */
    PASSWORD_RESET("password-reset"),
    /** A password was set by somebody who knew the old one. */
    PASSWORD_CHANGED("password-changed"),
    /** There is one more way to reset the password. */
    METHOD_REGISTERED("method-registered"),
    /** A way to reset the password is closed after too many wrong codes. */
    METHOD_LOCKED("method-locked");

    private final String about;

    Occasion(String about) {
        this.about = about;
    }

    /** The stable name, also the first part of its keys in the texts. */
    public String about() {
        return about;
    }

    /** The occasion of that stable name. */
    public static Occasion named(String about) {
        for (Occasion occasion : values()) if (occasion.about.equals(about)) return occasion;
        throw new IllegalArgumentException("nothing is told about " + about);
    }
}
