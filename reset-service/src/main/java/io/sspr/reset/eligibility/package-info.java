/** Who can reset a password or unlock an account alone: copies of methods and groups, and what follows from them. */
@NullMarked
package io.sspr.reset.eligibility;

import org.jspecify.annotations.NullMarked;
