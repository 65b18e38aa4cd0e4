/** Where things lie and listen: the data directory, the ports, and what keeps either from being used. */
@NullMarked
package io.sspr.quickstart.layout;

import org.jspecify.annotations.NullMarked;
