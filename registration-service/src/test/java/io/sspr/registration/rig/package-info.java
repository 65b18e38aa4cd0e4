/** All handlers of the service over a real database, without Kafka: what goes in and comes out is in the test's hand. */
@NullMarked
package io.sspr.registration.rig;

import org.jspecify.annotations.NullMarked;
