package io.sspr.reset.hashing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An Argon2id hash of version 19 with all it takes to verify it, in PHC string format.
 *
 * @param cost what it cost
 * @param salt base64 without padding of 8 to 64 bytes
 * @param hash base64 without padding of 16 to 64 bytes
 * @param pepper id of the key that was applied to the password before; absent if none was
 */
public record Phc(
        Argon2Cost cost, String salt, String hash, @Nullable String pepper) {

    private static final Pattern FORM = Pattern.compile("\\$argon2id\\$v=19\\$m=([1-9]\\d{0,6}),t=([1-9]\\d?),p=([1-9])"
            + "(?:,keyid=([A-Za-z0-9+/]{2,86}))?\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    /**
     * What a text from elsewhere says; empty if it is of another algorithm or version, not canonical, costs more than we
     * pay, or needs a key, which can be nobody's but its maker's.
     */
    public static Optional<Phc> read(String text) {
        return readOwn(text).filter(phc -> phc.pepper == null);
    }

    /** The same of a text that we have stored; it may need a key of ours. */
    public static Optional<Phc> readOwn(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) return Optional.empty();
        Argon2Cost cost = new Argon2Cost(
                Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
        String keyId = form.group(4);
        boolean canonical =
                isCanonical(form.group(5)) && isCanonical(form.group(6)) && (keyId == null || isCanonical(keyId));
        return cost.isPayable() && canonical
                ? Optional.of(new Phc(cost, form.group(5), form.group(6), keyId == null ? null : decoded(keyId)))
                : Optional.empty();
    }

    static Phc of(Argon2Cost cost, byte[] salt, byte[] hash) {
        return of(cost, salt, hash, null);
    }

    static Phc of(Argon2Cost cost, byte[] salt, byte[] hash, @Nullable String pepper) {
        return new Phc(cost, encoded(salt), encoded(hash), pepper);
    }

    /** As it is stored and exchanged. */
    public String text() {
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p=" + cost.parallelism()
                + (pepper == null ? "" : ",keyid=" + encoded(pepper.getBytes(StandardCharsets.UTF_8))) + "$" + salt
                + "$" + hash;
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
            return encoded(bytes).equals(base64);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Phc[hidden]";
    }
}
