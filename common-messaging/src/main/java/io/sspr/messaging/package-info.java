/** What a service needs to take part in the conversation on Kafka exactly once; nothing of the domain. */
@NullMarked
package io.sspr.messaging;

import org.jspecify.annotations.NullMarked;
