@NullMarked
package io.sspr.simulation;

import org.jspecify.annotations.NullMarked;
