package io.sspr.demo;

import io.sspr.client.Flow;
import io.sspr.client.FrontEnd;
import io.sspr.contract.MethodKind;
import io.sspr.contract.reply.ChallengeReady;
import io.sspr.contract.reply.GatePassed;
import io.sspr.contract.reply.MethodsOffered;
import io.sspr.contract.reply.PasswordSet;
import io.sspr.contract.reply.Reply;
import io.sspr.contract.reply.ResetAuthorized;
import io.sspr.contract.reply.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Whole resets driven by a machine, one for each person, as an app's code counts once; time spent waiting for one is left out. */
final class TimedResets {

    private final FrontEnd portal;
    private final Timings timings;

    TimedResets(FrontEnd portal, Timings timings) {
        this.portal = portal;
        this.timings = timings;
    }

    void run(List<SamplePerson> people, int atOnce) {
        ExecutorService workers = Executors.newFixedThreadPool(atOnce);
        try {
            List<Future<?>> resets = new ArrayList<>();
            for (SamplePerson person : people) resets.add(workers.submit(() -> reset(person)));
            for (Future<?> reset : resets) reset.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while timing resets", e);
        } finally {
            workers.shutdownNow();
        }
    }

    private void reset(SamplePerson person) {
        Waiting.of(person.untilNextCode());
        Flow flow = Flow.begin();
        String wanted = RandomPassword.make();
        person.lookAtMails();
        long begin = System.nanoTime();
        MethodsOffered offered = timings.time(
                "RequestReset → MethodsOffered",
                () -> portal.requestReset(flow, person.login()).reply(MethodsOffered.class));
        List<MethodKind> kinds = offered.kinds();
        for (int gate = 1; gate < offered.gates(); gate++)
            kinds = prove(flow, person, kinds.get(0), GatePassed.class).kinds();
        prove(flow, person, kinds.get(0), ResetAuthorized.class);
        timings.time(
                "SubmitNewPassword → PasswordSet",
                () -> portal.submitNewPassword(flow, wanted).reply(PasswordSet.class));
        timings.add("whole reset, without a person's time", millisSince(begin));
        timings.time(
                "SignIn → SignedIn", () -> portal.signIn(person.login(), wanted).reply(SignedIn.class));
    }

    private <R extends Reply> R prove(Flow flow, SamplePerson person, MethodKind kind, Class<R> expected) {
        long begin = System.nanoTime();
        timings.time(
                "ChooseMethod " + shortName(kind) + " → ChallengeReady",
                () -> portal.chooseMethod(flow, kind).reply(ChallengeReady.class));
        String code = person.code(kind);
        if (kind.sendsCode()) timings.add("ChooseMethod " + shortName(kind) + " → mail caught", millisSince(begin));
        return timings.time(
                "SubmitProof " + shortName(kind) + " → " + expected.getSimpleName(),
                () -> portal.submitProof(flow, code).reply(expected));
    }

    private static String shortName(MethodKind kind) {
        return switch (kind) {
            case EMAIL -> "mail";
            case AUTHENTICATOR_APP -> "app";
            default -> throw new IllegalArgumentException("not timed: " + kind);
        };
    }

    private static double millisSince(long begin) {
        return (System.nanoTime() - begin) / 1e6;
    }
}
