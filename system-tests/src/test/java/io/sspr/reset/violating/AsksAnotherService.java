package io.sspr.reset.violating;

import io.sspr.notification.violating.AsksAnotherService.Answer;

/** Reaches over to another service. */
public class AsksAnotherService {

    Answer ask() {
        return new Answer();
    }

    /** What it would answer. */
    public static class Answer {}
}
