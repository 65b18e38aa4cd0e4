/** The reset of a forgotten password, from the request to the new password. */
@NullMarked
package io.sspr.reset.flow;

import org.jspecify.annotations.NullMarked;
