/** New passwords: what speaks against one as it is typed, and the change of a known one. */
@NullMarked
package io.sspr.portal.password;

import org.jspecify.annotations.NullMarked;
