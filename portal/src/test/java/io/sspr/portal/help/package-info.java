/** Tests of the portal. */
@NullMarked
package io.sspr.portal.help;

import org.jspecify.annotations.NullMarked;
