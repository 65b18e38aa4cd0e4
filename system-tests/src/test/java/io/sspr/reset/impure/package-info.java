/** Breaks a rule on purpose: shows that the rule bites. */
@NullMarked
package io.sspr.reset.impure;

import org.jspecify.annotations.NullMarked;
