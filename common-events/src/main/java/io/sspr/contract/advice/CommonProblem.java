package io.sspr.contract.advice;

/** What people run into though they may reset their passwords; each has a sentence in {@link Advice}. */
public enum CommonProblem {
    /** A new password is refused because it is easily guessed. */
    PASSWORD_EASILY_GUESSED,
    /** Somebody wants to register and nothing can be registered. */
    REGISTRATION_NOT_ENABLED,
    /** A code by mail never arrives. */
    MAIL_NOT_ARRIVED,
    /** A code by text message never arrives. */
    TEXT_MESSAGE_NOT_ARRIVED,
    /** A code of an authenticator app is always wrong. */
    APP_CODE_WRONG,
    /** What was typed is an address or a name, and not the login. */
    LOGIN_NOT_KNOWN,
    /** A kind of method is still offered for registration though it does not count for a reset. */
    KIND_STILL_OFFERED,
    /** The new password works here, and not yet in another system. */
    OTHER_SYSTEM_BEHIND,
    /** An administrator cannot have a reset begun for a person. */
    RESET_FOR_PERSON_REFUSED
}
