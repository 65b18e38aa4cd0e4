/** The rules of the house that a machine can check. */
@NullMarked
package io.sspr.architecture;

import org.jspecify.annotations.NullMarked;
