package io.sspr.portal.session;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our own pages that somebody can be brought back to after signing in; nothing else that an address may name is followed. */
public enum Place {

    /** One's security info, and where everybody goes who wants nothing else. */
    ACCOUNT("/account"),
    /** A new method. */
    ADD("/account/add"),
    /** A new password for a known one. */
    PASSWORD("/account/password");

    private final String path;

    Place(String path) {
        this.path = path;
    }

    /** Where it is, and how an address names it. */
    public String path() {
        return path;
    }

    /** The one of exactly that path, if it is one of ours. */
    public static Optional<Place> at(@Nullable String path) {
        return Arrays.stream(values()).filter(place -> place.path.equals(path)).findFirst();
    }

    /** That one, or the account. */
    public static Place orAccount(@Nullable String path) {
        return at(path).orElse(ACCOUNT);
    }
}
