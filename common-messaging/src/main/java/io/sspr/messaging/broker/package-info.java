/** The broker: settings of its clients, its version, its topics. */
@NullMarked
package io.sspr.messaging.broker;

import org.jspecify.annotations.NullMarked;
