/** Codes by mail. */
@NullMarked
package io.sspr.registration.kind.email;

import org.jspecify.annotations.NullMarked;
