/** Accounts whose owner denies what happened to them. */
@NullMarked
package io.sspr.reset.freeze;

import org.jspecify.annotations.NullMarked;
