/** The change of a password, under test. */
@NullMarked
package io.sspr.portal.password;

import org.jspecify.annotations.NullMarked;
