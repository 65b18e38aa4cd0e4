/** "This was not me": what somebody does who is told of a change that they did not make. */
@NullMarked
package io.sspr.portal.dispute;

import org.jspecify.annotations.NullMarked;
