@NullMarked
package io.sspr.live;

import org.jspecify.annotations.NullMarked;
