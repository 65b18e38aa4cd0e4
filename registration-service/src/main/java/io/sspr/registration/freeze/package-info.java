/** A copy of which accounts are frozen; reset-service decides it. */
@NullMarked
package io.sspr.registration.freeze;

import org.jspecify.annotations.NullMarked;
