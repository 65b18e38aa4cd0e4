@NullMarked
package io.sspr.hostile;

import org.jspecify.annotations.NullMarked;
