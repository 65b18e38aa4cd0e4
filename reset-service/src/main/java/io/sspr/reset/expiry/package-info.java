/** The end of what nobody came back for. */
@NullMarked
package io.sspr.reset.expiry;

import org.jspecify.annotations.NullMarked;
