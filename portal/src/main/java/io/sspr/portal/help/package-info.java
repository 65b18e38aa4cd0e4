/** What goes wrong most often, and what helps. */
@NullMarked
package io.sspr.portal.help;

import org.jspecify.annotations.NullMarked;
