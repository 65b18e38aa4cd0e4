/** The whole system as tests see it: running, with clients, with people in it. */
@NullMarked
package io.sspr.live;

import org.jspecify.annotations.NullMarked;
