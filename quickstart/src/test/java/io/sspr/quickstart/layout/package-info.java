/** Tests of the settings, the ports and the data directory. */
@NullMarked
package io.sspr.quickstart.layout;

import org.jspecify.annotations.NullMarked;
