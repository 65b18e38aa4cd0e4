/** Sentences that say what to do: one for the person, one for an administrator. */
@NullMarked
package io.sspr.contract.advice;

import org.jspecify.annotations.NullMarked;
