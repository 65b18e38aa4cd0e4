package io.sspr.portal.reset;

import io.sspr.contract.MethodKind;
import io.sspr.contract.PasswordRules;
import io.sspr.portal.web.GivenUp;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One reset or unlocking as its browser keeps it, encrypted. The services hold the truth: an old copy gains nobody anything.
 *
 * @param flow our handle on it
 * @param secret of the flow
 * @param login as typed, for the password manager
 * @param stage where the person is
 * @param kinds that can be chosen
 * @param gates how many methods it takes
 * @param passed how many are proven
 * @param challenge what is to be typed
 * @param rules of the new password that can be told beforehand
 * @param expiresAt when it ends by itself
 * @param recoveryUsed a recovery code was used, and the one that takes its place can be shown
 * @param replyKey that the successor is sealed to, private: a JWK
 * @param contacted an administrator was told
 * @param pending what was asked and is not answered yet
 * @param givenUp what was asked and is waited for no longer
 * @param trouble with the last step
 */
public record Journey(
        Purpose purpose,
        UUID flow,
        String secret,
        String login,
        Stage stage,
        List<MethodKind> kinds,
        int gates,
        int passed,
        @Nullable Challenge challenge,
        @Nullable PasswordRules rules,
        @Nullable Instant expiresAt,
        boolean recoveryUsed,
        @Nullable String replyKey,
        boolean contacted,
        @Nullable Pending pending,
        GivenUp givenUp,
        @Nullable Trouble trouble) {

    public Journey {
        kinds = List.copyOf(kinds);
    }

    /** Somebody has said who they are. */
    static Journey begun(Purpose purpose, UUID flow, String secret, String login) {
        return new Journey(
                purpose,
                flow,
                secret,
                login,
                Stage.BEGUN,
                List.of(),
                1,
                0,
                null,
                null,
                null,
                false,
                null,
                false,
                null,
                GivenUp.NOTHING,
                null);
    }

    Journey asked(UUID request, Instant now) {
        return but(next -> {
            next.pending = new Pending(request, now);
            next.givenUp = givenUp.and(pending).without(request);
            next.trouble = null;
        });
    }

    /** The person waits no longer, and goes on from where they were; what was asked may yet come true. */
    Journey waitingNoLonger() {
        return but(next -> {
            next.givenUp = givenUp.and(pending);
            next.pending = null;
        });
    }

    /** What was given up is answered. */
    Journey heardOf(UUID request) {
        return but(next -> next.givenUp = givenUp.without(request));
    }

    /** All whose answers count. */
    List<UUID> awaited() {
        return givenUp.awaited(pending);
    }

    /** The person leaves a code that was asked for, and chooses anew. */
    Journey choosing() {
        return but(next -> {
            next.stage = Stage.CHOOSING;
            next.challenge = null;
        });
    }

    /** Nothing is awaited; the person goes on from where they were. */
    Journey settled(@Nullable Trouble told) {
        return at(stage, told);
    }

    Journey at(Stage there, @Nullable Trouble told) {
        return but(next -> {
            next.stage = there;
            next.pending = null;
            next.trouble = told;
        });
    }

    Journey offered(List<MethodKind> offered, int all, int done, Instant end) {
        return at(Stage.CHOOSING, null).but(next -> {
            next.kinds = offered;
            next.gates = all;
            next.passed = done;
            next.challenge = null;
            next.expiresAt = end;
        });
    }

    Journey challenged(Challenge posed) {
        return at(Stage.PROVING, null).but(next -> next.challenge = posed);
    }

    Journey authorised(PasswordRules told, Instant end) {
        return at(Stage.PASSWORD, null).but(next -> {
            next.passed = gates;
            next.challenge = null;
            next.rules = told;
            next.expiresAt = end;
        });
    }

    Journey withContacted() {
        return but(next -> next.contacted = true);
    }

    /** What was just proven, if it was a recovery code, leaves one to collect. */
    Journey withProven() {
        boolean recovery = challenge != null && challenge.kind() == MethodKind.RECOVERY_CODE;
        return but(next -> next.recoveryUsed |= recovery);
    }

    /** The successor of the used recovery code is to be sealed to that key. */
    Journey collecting(String key) {
        return but(next -> next.replyKey = key);
    }

    private Journey but(Consumer<Next> change) {
        Next next = new Next(this);
        change.accept(next);
        return new Journey(
                purpose,
                flow,
                secret,
                login,
                next.stage,
                next.kinds,
                next.gates,
                next.passed,
                next.challenge,
                next.rules,
                next.expiresAt,
                next.recoveryUsed,
                next.replyKey,
                next.contacted,
                next.pending,
                next.givenUp,
                next.trouble);
    }

    /** The same while some of it changes. */
    private static final class Next {
        Stage stage;
        List<MethodKind> kinds;
        int gates;
        int passed;

        @Nullable
        Challenge challenge;

        @Nullable
        PasswordRules rules;

        @Nullable
        Instant expiresAt;

        boolean recoveryUsed;

        @Nullable
        String replyKey;

        boolean contacted;

        @Nullable
        Pending pending;

        GivenUp givenUp;

        @Nullable
        Trouble trouble;

        Next(Journey now) {
            stage = now.stage();
            kinds = now.kinds();
            gates = now.gates();
            passed = now.passed();
            challenge = now.challenge();
            rules = now.rules();
            expiresAt = now.expiresAt();
            recoveryUsed = now.recoveryUsed();
            replyKey = now.replyKey();
            contacted = now.contacted();
            pending = now.pending();
            givenUp = now.givenUp();
            trouble = now.trouble();
        }
    }

    /** Its pages stand here, and its cookie goes nowhere else: two tabs are two journeys. */
    public String path() {
        return purpose.path() + "/" + flow;
    }

    @Override
    public String toString() {
        return "Journey[" + purpose + ", " + stage + "]";
    }
}
