/** What administrators have allowed. */
@NullMarked
package io.sspr.reset.grant;

import org.jspecify.annotations.NullMarked;
