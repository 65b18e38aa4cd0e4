package io.sspr.registration.notice;

import io.sspr.contract.MethodKind;
import io.sspr.contract.internal.MethodNotice;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is told to whom, of which method.
 *
 * @param usableFrom end of the quarantine of a new one
 * @param codesLeft how many recovery codes can still be used
 */
record Told(
        UUID accountId,
        MethodNotice notice,
        UUID methodId,
        MethodKind kind,
        @Nullable Instant usableFrom,
        @Nullable Integer codesLeft) {

    static Told of(UUID accountId, MethodNotice notice, UUID methodId, MethodKind kind) {
        return new Told(accountId, notice, methodId, kind, null, null);
    }

    static Told ofCodes(UUID accountId, MethodNotice notice, UUID methodId, int left) {
        return new Told(accountId, notice, methodId, MethodKind.RECOVERY_CODE, null, left);
    }
}
