/** Asks the services and reads their replies, by the published contract alone. */
@NullMarked
package io.sspr.client;

import org.jspecify.annotations.NullMarked;
