/** Breaks a rule on purpose: shows that the rule bites. */
@NullMarked
package io.sspr.contract.violating;

import org.jspecify.annotations.NullMarked;
