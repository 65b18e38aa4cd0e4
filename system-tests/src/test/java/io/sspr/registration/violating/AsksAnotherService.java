package io.sspr.registration.violating;

import io.sspr.reset.violating.AsksAnotherService.Answer;

/** Reaches over to another service. */
public class AsksAnotherService {

    Answer ask() {
        return new Answer();
    }

    /** What it would answer. */
    public static class Answer {}
}
