package io.sspr.portal.reset;

import io.sspr.contract.MethodKind;
import io.sspr.contract.PasswordRules;
import io.sspr.portal.web.Pending;
import io.sspr.portal.web.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
 * @param contacted an administrator was told
 * @param pending what was asked and is not answered yet
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
        boolean contacted,
        @Nullable Pending pending,
        @Nullable Trouble trouble) {

    public Journey {
        kinds = List.copyOf(kinds);
    }

    /** Somebody has said who they are. */
    static Journey begun(Purpose purpose, UUID flow, String secret, String login) {
        return new Journey(
                purpose, flow, secret, login, Stage.BEGUN, List.of(), 1, 0, null, null, null, false, false, null, null);
    }

    Journey asked(UUID request, Instant now) {
        return new Journey(
                purpose,
                flow,
                secret,
                login,
                stage,
                kinds,
                gates,
                passed,
                challenge,
                rules,
                expiresAt,
                recoveryUsed,
                contacted,
                new Pending(request, now),
                null);
    }

    /** Nothing is awaited; the person goes on from where they were. */
    Journey settled(@Nullable Trouble trouble) {
        return new Journey(
                purpose,
                flow,
                secret,
                login,
                stage,
                kinds,
                gates,
                passed,
                challenge,
                rules,
                expiresAt,
                recoveryUsed,
                contacted,
                null,
                trouble);
    }

    Journey at(Stage next, @Nullable Trouble trouble) {
        return new Journey(
                purpose,
                flow,
                secret,
                login,
                next,
                kinds,
                gates,
                passed,
                challenge,
                rules,
                expiresAt,
                recoveryUsed,
                contacted,
                null,
                trouble);
    }

    Journey offered(List<MethodKind> offered, int all, int done, Instant end) {
        return new Journey(
                purpose,
                flow,
                secret,
                login,
                Stage.CHOOSING,
                offered,
                all,
                done,
                null,
                rules,
                end,
                recoveryUsed,
                contacted,
                null,
                null);
    }

    Journey challenged(Challenge next) {
        return new Journey(
                purpose,
                flow,
                secret,
                login,
                Stage.PROVING,
                kinds,
                gates,
                passed,
                next,
                rules,
                expiresAt,
                recoveryUsed,
                contacted,
                null,
                null);
    }

    Journey authorised(PasswordRules told, Instant end) {
        return new Journey(
                purpose,
                flow,
                secret,
                login,
                Stage.PASSWORD,
                kinds,
                gates,
                gates,
                null,
                told,
                end,
                recoveryUsed,
                contacted,
                null,
                null);
    }

    Journey withContacted() {
        return new Journey(
                purpose,
                flow,
                secret,
                login,
                stage,
                kinds,
                gates,
                passed,
                challenge,
                rules,
                expiresAt,
                recoveryUsed,
                true,
                null,
                null);
    }

    /** What was just proven, if it was a recovery code, leaves one to collect. */
    Journey withProven() {
        boolean recovery = challenge != null && challenge.kind() == MethodKind.RECOVERY_CODE;
        return new Journey(
                purpose,
                flow,
                secret,
                login,
                stage,
                kinds,
                gates,
                passed,
                challenge,
                rules,
                expiresAt,
                recoveryUsed || recovery,
                contacted,
                pending,
                trouble);
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
