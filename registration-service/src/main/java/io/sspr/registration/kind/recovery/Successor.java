package io.sspr.registration.kind.recovery;

import java.util.UUID;

/**
 * The right to one code in place of a used one.
 *
 * @param accountId whose it is
 * @param methodId the set that the used one belonged to
 * @param flowHash base64url SHA-256 of the secret of the flow that used it
 */
record Successor(UUID accountId, UUID methodId, String flowHash) {}
