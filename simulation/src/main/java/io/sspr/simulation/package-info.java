/** People, attackers and faults drawn from a seed, and what is checked after every step. */
@NullMarked
package io.sspr.simulation;

import org.jspecify.annotations.NullMarked;
