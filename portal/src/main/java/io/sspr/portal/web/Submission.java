package io.sspr.portal.web;

import io.sspr.contract.MessageType;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.Secret;
import io.sspr.portal.log.Services;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A form as it came: under which id its request goes, and the seal that the browser made, if it could.
 *
 * @param mid id of the request, made with the page, so that a form sent twice is one request
 * @param browserSeal absent where scripts do not run: then the portal seals
 */
public record Submission(UUID mid, @Nullable Sealed browserSeal) {

    /** Throws {@link BadForm} for one that no page of ours makes. */
    public static Submission of(HttpServletRequest request) {
        String mid = request.getParameter("mid");
        String seal = request.getParameter("sealed");
        try {
            return new Submission(UUID.fromString(mid == null ? "" : mid), seal == null ? null : new Sealed(seal));
        } catch (IllegalArgumentException e) {
            throw new BadForm();
        }
    }

    /** The browser's seal, or ours of what was typed. */
    public Sealed seal(Services services, MessageType type, @Nullable UUID flow, Supplier<Secret> typed) {
        return browserSeal != null ? browserSeal : services.seal(type, mid, flow, typed.get());
    }

    /**
     * Where we saw it come from, sealed by us, to go beside a seal that the browser made: what that says of it is anybody's.
     * Absent beside a seal of ours, which says it already.
     */
    public @Nullable Sealed seenFrom(
            Services services, MessageType type, @Nullable UUID flow, HttpServletRequest request) {
        return browserSeal == null ? null : services.seal(type, mid, flow, Origins.of(request));
    }

    /** What was typed in a field that must be there; throws {@link BadForm} if it is not, or absurdly long. */
    public static String typed(HttpServletRequest request, String name, int longest) {
        String text = request.getParameter(name);
        if (text == null || text.length() > longest) throw new BadForm();
        return text;
    }
}
