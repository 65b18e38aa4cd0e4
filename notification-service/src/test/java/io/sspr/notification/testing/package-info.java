/** What the integration tests stand on: a running service, the services before it, and a mail server that can be told. */
@NullMarked
package io.sspr.notification.testing;

import org.jspecify.annotations.NullMarked;
