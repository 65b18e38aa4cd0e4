package io.sspr.bench;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sealed values, by how they were sealed, each counted once however often it is repeated (JOSE-03). */
record Seals(long toServices, long pairwise) {

    /** Counts in what stands on the log. */
    static final class Count {

        /** Five parts (RFC 7516 section 7.1); what is only signed has three. */
        private static final Pattern JWE =
                Pattern.compile("\"(eyJ[\\w-]+)\\.[\\w-]*\\.[\\w-]+\\.[\\w-]+\\.([\\w-]+)\"");

        private final Set<String> seen = new HashSet<>();
        private long toServices;
        private long pairwise;

        void add(byte @Nullable [] value) {
            if (value == null) return;
            Matcher sealed = JWE.matcher(new String(value, StandardCharsets.UTF_8));
            while (sealed.find()) {
                // The tag is as good as the whole to know it again by.
                if (!seen.add(sealed.group(2))) continue;
                String header = new String(Base64.getUrlDecoder().decode(sealed.group(1)), StandardCharsets.UTF_8);
                if (header.contains("ECDH-ES")) toServices++;
                else pairwise++;
            }
        }

        Seals soFar() {
            return new Seals(toServices, pairwise);
        }
    }
}
