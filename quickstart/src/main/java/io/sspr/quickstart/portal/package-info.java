/** The portal as a process of its own. */
@NullMarked
package io.sspr.quickstart.portal;

import org.jspecify.annotations.NullMarked;
