/** Tests of the portal. */
@NullMarked
package io.sspr.portal.cookie;

import org.jspecify.annotations.NullMarked;
