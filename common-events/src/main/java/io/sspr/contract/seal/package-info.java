/**
 * Sealing of secrets, signed key sets, assertions of signed-in persons, and the keys for them (RFC 7515 to 7518, RFC
 * 7638, RFC 8725).
 */
@NullMarked
package io.sspr.contract.seal;

import org.jspecify.annotations.NullMarked;
