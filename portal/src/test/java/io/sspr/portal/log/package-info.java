/** Tests of the portal. */
@NullMarked
package io.sspr.portal.log;

import org.jspecify.annotations.NullMarked;
