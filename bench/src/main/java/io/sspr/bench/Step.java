package io.sspr.bench;

/** What is timed, each from the moment at which the one before it was done, be the client ready to go on or not. */
enum Step {
    OFFERED("RequestReset -> MethodsOffered"),
    CHALLENGED("ChooseMethod -> ChallengeReady"),
    MAILED("ChooseMethod -> code accepted by SMTP"),
    AUTHORIZED("SubmitProof -> ResetAuthorized"),
    SET("SubmitNewPassword -> PasswordSet"),
    TOLD("SubmitNewPassword -> PasswordChanged at a subscriber"),
    NOTICED("SubmitNewPassword -> notice accepted by SMTP"),
    WHOLE("whole reset, to PasswordSet"),
    WHOLE_TOLD("whole reset, to PasswordChanged at a subscriber"),
    WHOLE_NOTICED("whole reset, to the notice accepted by SMTP");

    private final String text;

    Step(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
