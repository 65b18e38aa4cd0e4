/** One-time passwords of authenticator apps (RFC 4226, RFC 6238) and how an app learns its secret. */
@NullMarked
package io.sspr.registration.totp;

import org.jspecify.annotations.NullMarked;
