package io.sspr.reset.flow;

import io.sspr.contract.MethodKind;
import io.sspr.contract.event.CodeVerified;
import java.util.UUID;

/**
 * A method that was proven for a reset, and by which verification.
 *
 * @param imported whether provisioning told of it and nobody had proven it before
 */
record Gate(UUID verificationId, UUID methodId, MethodKind kind, boolean imported) {

    static Gate of(CodeVerified proof) {
        return new Gate(proof.verificationId(), proof.methodId(), proof.kind(), Boolean.TRUE.equals(proof.imported()));
    }
}
