/** How this service keeps secrets and personal data in its database, and hands them to the notification service. */
@NullMarked
package io.sspr.registration.protection;

import org.jspecify.annotations.NullMarked;
