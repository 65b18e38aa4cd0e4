/** One try-series to prove one method for one purpose: codes, proofs, and what bounds guessing. */
@NullMarked
package io.sspr.registration.verification;

import org.jspecify.annotations.NullMarked;
