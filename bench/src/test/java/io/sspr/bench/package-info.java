/** Checks the arithmetic of what is measured. */
@NullMarked
package io.sspr.bench;

import org.jspecify.annotations.NullMarked;
