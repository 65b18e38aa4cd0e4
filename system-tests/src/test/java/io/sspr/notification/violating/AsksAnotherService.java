package io.sspr.notification.violating;

/** Reaches over to another service. */
public class AsksAnotherService {

    io.sspr.registration.violating.AsksAnotherService.Answer ask() {
        return new io.sspr.registration.violating.AsksAnotherService.Answer();
    }

    /** What it would answer. */
    public static class Answer {}
}
