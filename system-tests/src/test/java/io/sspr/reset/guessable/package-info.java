/** Breaks a rule on purpose: shows that the rule bites. */
@NullMarked
package io.sspr.reset.guessable;

import org.jspecify.annotations.NullMarked;
