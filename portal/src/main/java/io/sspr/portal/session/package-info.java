/** Who is signed in, and how that came about. */
@NullMarked
package io.sspr.portal.session;

import org.jspecify.annotations.NullMarked;
