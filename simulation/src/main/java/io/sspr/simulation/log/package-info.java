/** The log: topics, partitions, offsets, and transactions of whose writers only the newest can commit. */
@NullMarked
package io.sspr.simulation.log;

import org.jspecify.annotations.NullMarked;
