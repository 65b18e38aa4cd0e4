package io.sspr.simulation.actors;

import io.sspr.contract.MethodKind;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Where people find codes: in letters, in the app, on paper. */
final class Pockets {

    private Pockets() {}

    static String latest(List<String> codes) {
        return codes.isEmpty() ? "00000000" : codes.get(codes.size() - 1);
    }

    /** The present one, or the next if that was used; an app shows no other. */
    static String appCode(Person person, Instant now) {
        if (person.app == null) return "000000";
        long step = Math.max(person.app.step(now), person.appUsed + 1);
        person.appUsed = step;
        return person.app.code(step);
    }

    /** What the person would type now; null if they have nothing of the kind. */
    static @Nullable String code(Person person, MethodKind kind, Letters letters, Instant now) {
        return switch (kind) {
            case EMAIL, SMS -> {
                List<String> codes = letters.at(Cast.address(person, kind));
                yield codes.isEmpty() ? null : latest(codes);
            }
            case AUTHENTICATOR_APP -> appCode(person, now);
            case RECOVERY_CODE -> fromPaper(person);
            case ADMINISTRATOR_CODE -> latest(letters.at(person.mail));
        };
    }

    private static @Nullable String fromPaper(Person person) {
        if (person.recoveryCodes.isEmpty()) return null;
        String code = person.recoveryCodes.remove(0);
        person.usedCodes.add(code);
        return code;
    }

    /** One that was right once: an older letter, a code that the app showed before. */
    static String stale(Person person, MethodKind kind, Letters letters, Random random) {
        List<String> codes = letters.at(Cast.address(person, kind));
        if (kind.sendsCode() && !codes.isEmpty()) return codes.get(random.nextInt(codes.size()));
        if (kind == MethodKind.RECOVERY_CODE && !person.usedCodes.isEmpty())
            return person.usedCodes.get(random.nextInt(person.usedCodes.size()));
        if (kind == MethodKind.AUTHENTICATOR_APP && person.app != null && person.appUsed != Long.MIN_VALUE)
            return person.app.code(person.appUsed - random.nextInt(2));
        return guess(kind, random);
    }

    static String guess(MethodKind kind, Random random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < kind.digits(); i++) code.append(random.nextInt(10));
        return code.toString();
    }
}
