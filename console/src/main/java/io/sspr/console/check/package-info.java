/** What a change of the rules would do, before it is made. */
@NullMarked
package io.sspr.console.check;

import org.jspecify.annotations.NullMarked;
