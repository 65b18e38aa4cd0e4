/** Records of Kafka as they are, with nothing understood yet. */
@NullMarked
package io.sspr.messaging.wire;

import org.jspecify.annotations.NullMarked;
