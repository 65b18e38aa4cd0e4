package io.sspr.messaging.handle;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Header {@code traceparent} of W3C Trace Context, version 00: version, trace, span, flags. */
final class TraceParent {

    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;
    private static final int TRACE_ENDS = 35;
    private static final int FLAGS_BEGIN = 52;
    private static final String NO_TRACE = "00-00000000000000000000000000000000";

    private TraceParent() {}

    /** A new span of the same trace, or of a new one. */
    static String after(@Nullable String cause, SecureRandom random) {
        String span = hex(SPAN_BYTES, random);
        // All zeros is no valid trace id (section 3.2.2.3); the codec has checked the rest of the form.
        if (cause == null || cause.startsWith(NO_TRACE)) return "00-" + hex(TRACE_BYTES, random) + "-" + span + "-00";
        return cause.substring(0, TRACE_ENDS) + "-" + span + cause.substring(FLAGS_BEGIN);
    }

    private static String hex(int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
