/** What the organisation's feed tells of people. */
@NullMarked
package io.sspr.registration.provision;

import org.jspecify.annotations.NullMarked;
