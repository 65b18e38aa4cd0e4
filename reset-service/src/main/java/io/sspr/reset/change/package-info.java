/** The change of a password that is known. */
@NullMarked
package io.sspr.reset.change;

import org.jspecify.annotations.NullMarked;
