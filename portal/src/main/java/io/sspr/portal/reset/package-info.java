/** The pages of somebody who cannot sign in: a forgotten password, a locked account. */
@NullMarked
package io.sspr.portal.reset;

import org.jspecify.annotations.NullMarked;
