package io.sspr.portal.account;

import io.sspr.contract.MethodKind;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody was about to do when they first had to prove who they are, or to sign in again; known words and ids only, so
 * that no link leads anywhere else.
 *
 * @param kind of the method to register; absent: to be chosen yet
 * @param id of the method that goes for it, or of the change
 * @param welcome whether it is a part of what is asked for at sign-in
 */
public record Errand(
        What what, @Nullable MethodKind kind, @Nullable UUID id, boolean welcome) {

    /** What there is to do. */
    public enum What {
        /** Look at the methods. */
        LOOK,
        /** Register one. */
        ADD,
        /** Go on with a change. */
        CHANGE
    }

    static final Errand LOOK = new Errand(What.LOOK, null, null, false);

    static Errand add(@Nullable MethodKind kind, @Nullable UUID replaces, boolean welcome) {
        return new Errand(What.ADD, kind, replaces, welcome);
    }

    static Errand change(UUID id) {
        return new Errand(What.CHANGE, null, id, false);
    }

    /** Where it is gone about. */
    public String path() {
        return switch (what) {
            case LOOK -> "/account";
            case ADD ->
                UriComponentsBuilder.fromPath("/account/add")
                        .queryParamIfPresent("kind", Optional.ofNullable(kind))
                        .queryParamIfPresent("replaces", Optional.ofNullable(id))
                        .queryParamIfPresent("then", Optional.ofNullable(welcome ? "welcome" : null))
                        .toUriString();
            case CHANGE -> "/account/change/" + id;
        };
    }

    /** Where the person proves who they are, and comes back from. */
    public String provePath() {
        return UriComponentsBuilder.fromPath("/account/prove")
                .queryParam("what", what)
                .queryParamIfPresent("kind", Optional.ofNullable(kind))
                .queryParamIfPresent("id", Optional.ofNullable(id))
                .queryParamIfPresent("then", Optional.ofNullable(welcome ? "welcome" : null))
                .toUriString();
    }
}
