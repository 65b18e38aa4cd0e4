/** Who and what there is, read from the state topics. */
@NullMarked
package io.sspr.console.organisation;

import org.jspecify.annotations.NullMarked;
