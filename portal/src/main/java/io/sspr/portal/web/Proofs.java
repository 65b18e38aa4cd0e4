package io.sspr.portal.web;

import io.sspr.contract.MessageType;
import io.sspr.contract.request.ResendCode;
import io.sspr.contract.request.SubmitProof;
import io.sspr.contract.seal.Sealed;
import io.sspr.contract.secret.FlowKey;
import io.sspr.contract.secret.ProofEntry;
import io.sspr.portal.log.Services;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A code that a person types in a flow, whatever it proves there. */
@Component
public class Proofs {

    private static final int LONGEST = 64;

    private final Services services;

    Proofs(Services services) {
        this.services = services;
    }

    /** The form that it is typed in. */
    public SealedForm form(UUID flow, String secret) {
        return SealedForm.of(MessageType.SUBMIT_PROOF, flow, Map.of("flowSecret", secret), Map.of("proof", "proof"));
    }

    /** The request that hands it in. */
    public SubmitProof submit(Submission submission, UUID flow, String secret, HttpServletRequest request) {
        Sealed sealed = submission.seal(
                services,
                MessageType.SUBMIT_PROOF,
                flow,
                () -> new ProofEntry(secret, Submission.typed(request, "proof", LONGEST), Origins.of(request)));
        return new SubmitProof(flow, sealed, submission.seenFrom(services, MessageType.SUBMIT_PROOF, flow, request));
    }

    /** The request for another code in its place. */
    public ResendCode resend(Submission submission, UUID flow, String secret) {
        return new ResendCode(
                flow, services.seal(MessageType.RESEND_CODE, submission.mid(), flow, new FlowKey(secret)));
    }
}
