/** Breaks a rule on purpose: shows that the rule bites. */
@NullMarked
package io.sspr.demo.violating;

import org.jspecify.annotations.NullMarked;
