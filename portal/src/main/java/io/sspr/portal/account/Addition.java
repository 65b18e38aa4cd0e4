package io.sspr.portal.account;

import io.sspr.client.ReplyKey;
import io.sspr.contract.MethodKind;
import io.sspr.contract.secret.Enrolment;
import io.sspr.portal.reset.Challenge;
import io.sspr.portal.web.GivenUp;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A method on its way to be registered, as its browser keeps it, encrypted.
 *
 * @param accountId whose
 * @param flow our handle on it, made with the first page, so that a form sent twice begins it once
 * @param secret of the flow
 * @param replaces the method that goes for it
 * @param instead hint of that one
 * @param welcome whether it is a part of what is asked for at sign-in
 * @param mid of the request that begins it; another one after each refusal
 * @param key private, for what comes back sealed to it; made for that one request
 * @param challenge what is to be typed
 * @param enrolment what the app is to scan
 * @param codes recovery codes, until the person says they have them
 * @param usableFrom from when it counts; absent: at once
 * @param pending what was asked and is not answered yet
 * @param givenUp what was asked and is waited for no longer
 * @param trouble with the last step
 */
public record Addition(
        UUID accountId,
        UUID flow,
        String secret,
        MethodKind kind,
        @Nullable UUID replaces,
        @Nullable String instead,
        boolean welcome,
        Stage stage,
        UUID mid,
        @Nullable String key,
        @Nullable Challenge challenge,
        @Nullable Enrolment enrolment,
        List<String> codes,
        @Nullable Instant usableFrom,
        @Nullable Pending pending,
        GivenUp givenUp,
        @Nullable Trouble trouble) {

    /** Where somebody is with it. */
    public enum Stage {
        /** They say what it is. */
        ASKING,
        /** They type a code. */
        PROVING,
        /** They look at their recovery codes. */
        CODES,
        /** It is registered. */
        ADDED,
        /** It cannot go on; the trouble says why. */
        OVER
    }

    public Addition {
        codes = List.copyOf(codes);
    }

    static Addition begun(
            UUID accountId, UUID flow, String secret, Errand errand, MethodKind kind, @Nullable String instead) {
        return new Addition(
                accountId,
                flow,
                secret,
                kind,
                errand.id(),
                instead,
                errand.welcome(),
                Stage.ASKING,
                UUID.randomUUID(),
                key(kind),
                null,
                null,
                List.of(),
                null,
                null,
                GivenUp.NOTHING,
                null);
    }

    private static @Nullable String key(MethodKind kind) {
        return isGiven(kind) ? ReplyKey.generate().privateJwk() : null;
    }

    /** Whether we give it to the person, and not they to us. */
    static boolean isGiven(MethodKind kind) {
        return kind == MethodKind.AUTHENTICATOR_APP || kind == MethodKind.RECOVERY_CODE;
    }

    Addition asked(UUID request, Instant now) {
        return with(stage, mid, key, challenge, enrolment, codes, usableFrom, new Pending(request, now), null)
                .havingGivenUp(givenUp.and(pending).without(request));
    }

    /** The person waits no longer, and goes on from where they were; what was asked may yet come true. */
    Addition waitingNoLonger() {
        return with(stage, mid, key, challenge, enrolment, codes, usableFrom, null, null)
                .havingGivenUp(givenUp.and(pending));
    }

    /** What was given up is answered. */
    Addition heardOf(UUID request) {
        return havingGivenUp(givenUp.without(request));
    }

    /** All whose answers count. */
    List<UUID> awaited() {
        return givenUp.awaited(pending);
    }

    private Addition havingGivenUp(GivenUp all) {
        return new Addition(
                accountId,
                flow,
                secret,
                kind,
                replaces,
                instead,
                welcome,
                stage,
                mid,
                key,
                challenge,
                enrolment,
                codes,
                usableFrom,
                pending,
                all,
                trouble);
    }

    /** The first request of it; coming again under the same id, it is the same form sent twice. */
    Addition begun(UUID request, Instant now) {
        return with(stage, request, key, challenge, enrolment, codes, usableFrom, new Pending(request, now), null);
    }

    /** Nothing is awaited; the person goes on from where they were, and what they ask next is another request. */
    Addition settled(@Nullable Trouble why) {
        boolean again = stage == Stage.ASKING;
        return with(
                stage,
                again ? UUID.randomUUID() : mid,
                again ? key(kind) : key,
                challenge,
                enrolment,
                codes,
                usableFrom,
                null,
                why);
    }

    Addition challenged(Challenge next, @Nullable Enrolment told) {
        return with(Stage.PROVING, mid, null, next, told == null ? enrolment : told, codes, usableFrom, null, null);
    }

    Addition given(List<String> all) {
        return with(Stage.CODES, mid, null, null, null, all, null, null, null);
    }

    /** The end; no secret is kept beyond it. */
    Addition added(@Nullable Instant from) {
        return with(Stage.ADDED, mid, null, null, null, List.of(), from, null, null);
    }

    Addition over(@Nullable Trouble why) {
        return with(Stage.OVER, mid, null, null, null, List.of(), null, null, why);
    }

    private Addition with(
            Stage next,
            UUID nextMid,
            @Nullable String nextKey,
            @Nullable Challenge nextChallenge,
            @Nullable Enrolment nextEnrolment,
            List<String> nextCodes,
            @Nullable Instant from,
            @Nullable Pending awaited,
            @Nullable Trouble why) {
        return new Addition(
                accountId,
                flow,
                secret,
                kind,
                replaces,
                instead,
                welcome,
                next,
                nextMid,
                nextKey,
                nextChallenge,
                nextEnrolment,
                nextCodes,
                from,
                awaited,
                givenUp,
                why);
    }

    /** What it is about, to begin again with. */
    public Errand errand() {
        return Errand.add(kind, replaces, welcome);
    }

    /** Its pages stand here, and its cookie goes nowhere else: two tabs are two of them. */
    public String path() {
        return "/account/add/" + flow;
    }

    @Override
    public String toString() {
        return "Addition[" + kind + ", " + stage + "]";
    }
}
