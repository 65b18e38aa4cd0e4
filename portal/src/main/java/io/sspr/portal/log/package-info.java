/** Asks the services and waits for their replies, whichever instance of the portal asked. */
@NullMarked
package io.sspr.portal.log;

import org.jspecify.annotations.NullMarked;
