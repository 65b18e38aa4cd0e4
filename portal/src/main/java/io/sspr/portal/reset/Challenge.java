package io.sspr.portal.reset;

import io.sspr.contract.MethodKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be typed now.
 *
 * @param kind of the method
 * @param digits of the code
 * @param resendAt from when another can be asked for; absent: there is none
 * @param hint of where it went, where the policy tells that
 */
public record Challenge(
        MethodKind kind,
        int digits,
        @Nullable Instant resendAt,
        @Nullable String hint) {}
