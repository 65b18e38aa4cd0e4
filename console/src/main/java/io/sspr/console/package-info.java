/** Operators' commands on the rules: {@code ./sspr policy} and {@code ./sspr why}. */
@NullMarked
package io.sspr.console;

import org.jspecify.annotations.NullMarked;
