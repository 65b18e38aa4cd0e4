package io.sspr.portal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody tells the helpdesk: the beginning of the id of what they are at, which is the id of the request that began it and
 * so {@code ce_correlationid} of what came of that. It opens nothing.
 */
final class SupportCode {

    private static final int LENGTH = 8;
    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private static final String REQUEST = SupportCode.class.getName();

    private SupportCode() {}

    /** For a page whose request to the services has an id that its address does not tell. */
    static void keep(HttpServletRequest request, UUID asked) {
        request.setAttribute(REQUEST, asked.toString());
    }

    /** By the address of the page, or what its form was to ask; null where nothing is under way. */
    static @Nullable String of(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String inPath = of(failed instanceof String path ? path : request.getRequestURI());
        if (inPath != null) return inPath;
        try {
            String form = request.getParameter("mid");
            if (form != null) return of(form);
            return request.getAttribute(REQUEST) instanceof String asked ? of(asked) : null;
        } catch (IllegalStateException e) {
            // A form that cannot be read is just what the page is about.
            return null;
        }
    }

    private static @Nullable String of(String text) {
        Matcher id = ID.matcher(text);
        return id.find() ? id.group().substring(0, LENGTH).toLowerCase(Locale.ROOT) : null;
    }
}
