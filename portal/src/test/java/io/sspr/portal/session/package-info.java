/** How people sign in, under test. */
@NullMarked
package io.sspr.portal.session;

import org.jspecify.annotations.NullMarked;
