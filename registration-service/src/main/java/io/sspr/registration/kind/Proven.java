package io.sspr.registration.kind;

import io.sspr.contract.secret.Origin;
import io.sspr.registration.flow.FlowName;
import io.sspr.registration.method.RegisteredMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A method that was proven, not for the first time.
 *
 * @param method which
 * @param used what is used up by that, see {@link Match.Right}
 * @param verificationId by which verification
 * @param resetId for which reset, if for one
 * @param flow in which flow
 * @param flowHash base64url SHA-256 of the flow's secret
 * @param origin from where, if that is known
 */
public record Proven(
        RegisteredMethod method,
        String used,
        UUID verificationId,
        @Nullable UUID resetId,
        FlowName flow,
        String flowHash,
        @Nullable Origin origin) {}
