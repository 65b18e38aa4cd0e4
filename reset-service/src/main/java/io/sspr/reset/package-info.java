/** The reset service: what a proven person may do with a password. */
@NullMarked
package io.sspr.reset;

import org.jspecify.annotations.NullMarked;
