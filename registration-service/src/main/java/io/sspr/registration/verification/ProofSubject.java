package io.sspr.registration.verification;

import io.sspr.registration.method.RegisteredMethod;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a proof is compared with at this moment.
 *
 * @param countedAs under which a wrong one is counted
 * @param method the method, or the one that is to be; absent if no proof can be right: for decoys, and for a method that
 *     was locked meanwhile
 */
record ProofSubject(UUID countedAs, @Nullable RegisteredMethod method) {}
