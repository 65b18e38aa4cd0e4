/** Authenticator apps (TOTP, RFC 6238). */
@NullMarked
package io.sspr.registration.kind.app;

import org.jspecify.annotations.NullMarked;
