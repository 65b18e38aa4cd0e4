/** Whether a password is known from a breach: looked up in a file on disk, or by five digits of its hash at a service. */
@NullMarked
package io.sspr.reset.breached;

import org.jspecify.annotations.NullMarked;
