/** Tests of the client, as far as they need no running service. */
@NullMarked
package io.sspr.client;

import org.jspecify.annotations.NullMarked;
