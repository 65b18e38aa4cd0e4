package io.sspr.reset.violating;

/** Reaches over to another service. */
public class AsksAnotherService {

    io.sspr.notification.violating.AsksAnotherService.Answer ask() {
        return new io.sspr.notification.violating.AsksAnotherService.Answer();
    }

    /** What it would answer. */
    public static class Answer {}
}
