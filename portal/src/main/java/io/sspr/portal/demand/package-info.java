/** What somebody who has just signed in is asked to register or to look at again. */
@NullMarked
package io.sspr.portal.demand;

import org.jspecify.annotations.NullMarked;
