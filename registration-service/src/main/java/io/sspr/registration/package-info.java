/** The service that knows how a person can prove who they are. */
@NullMarked
package io.sspr.registration;

import org.jspecify.annotations.NullMarked;
