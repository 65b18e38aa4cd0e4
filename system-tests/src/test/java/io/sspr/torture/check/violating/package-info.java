/** Breaks a rule on purpose: shows that the rule bites. */
@NullMarked
package io.sspr.torture.check.violating;

import org.jspecify.annotations.NullMarked;
