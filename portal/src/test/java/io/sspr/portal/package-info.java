/** Tests of the portal. */
@NullMarked
package io.sspr.portal;

import org.jspecify.annotations.NullMarked;
