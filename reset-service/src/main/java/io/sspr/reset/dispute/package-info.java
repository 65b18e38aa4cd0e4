/** "This was not me": an owner denies what a notice told of. */
@NullMarked
package io.sspr.reset.dispute;

import org.jspecify.annotations.NullMarked;
