package io.sspr.reset.hashing;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Argon2id hash of version 19 with all it takes to verify it, in PHC string format.
 *
 * @param cost what it cost
 * @param salt base64 without padding of 8 to 64 bytes
 * @param hash base64 without padding of 16 to 64 bytes
 */
public record Phc(Argon2Cost cost, String salt, String hash) {

    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=([1-9]\\d{0,6}),t=([1-9]\\d?),p=([1-9])"
            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /** What the text says; empty if it is of another algorithm or version, not canonical, or costs more than we pay. */
    public static Optional<Phc> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) return Optional.empty();
        Argon2Cost cost = new Argon2Cost(
                Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
        return cost.isPayable() && isCanonical(form.group(4)) && isCanonical(form.group(5))
                ? Optional.of(new Phc(cost, form.group(4), form.group(5)))
                : Optional.empty();
    }

    static Phc of(Argon2Cost cost, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new Phc(cost, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /** As it is stored and exchanged. */
    public String text() {
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p=" + cost.parallelism() + "$"
                + salt + "$" + hash;
    }

    byte[] saltBytes() {
        return Base64.getDecoder().decode(salt);
    }

    byte[] hashBytes() {
        return Base64.getDecoder().decode(hash);
    }

    /** One value has one text, so bits that a lenient decoder would drop must be zero. */
    private static boolean isCanonical(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Base64.getEncoder().withoutPadding().encodeToString(bytes).equals(base64);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "Phc[hidden]";
    }
}
