/** Breaks a rule on purpose: shows that the rule bites. */
@NullMarked
package io.sspr.audit.violating;

import org.jspecify.annotations.NullMarked;
