/** Tests of the portal. */
@NullMarked
package io.sspr.portal.reset;

import org.jspecify.annotations.NullMarked;
