/** Tests of the portal. */
@NullMarked
package io.sspr.portal.dispute;

import org.jspecify.annotations.NullMarked;
