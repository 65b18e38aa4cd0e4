/** People at the portal with a real browser, and the checks that see what such a browser is shown and sends. */
@NullMarked
package io.sspr.browser;

import org.jspecify.annotations.NullMarked;
