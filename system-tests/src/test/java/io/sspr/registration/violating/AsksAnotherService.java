package io.sspr.registration.violating;

/** Reaches over to another service. */
public class AsksAnotherService {

    io.sspr.reset.violating.AsksAnotherService.Answer ask() {
        return new io.sspr.reset.violating.AsksAnotherService.Answer();
    }

    /** What it would answer. */
    public static class Answer {}
}
