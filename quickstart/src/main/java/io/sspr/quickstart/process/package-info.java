/** Parts of the system as processes of their own. */
@NullMarked
package io.sspr.quickstart.process;

import org.jspecify.annotations.NullMarked;
