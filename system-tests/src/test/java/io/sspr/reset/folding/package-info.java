/** Breaks a rule on purpose: shows that the rule bites. */
@NullMarked
package io.sspr.reset.folding;

import org.jspecify.annotations.NullMarked;
