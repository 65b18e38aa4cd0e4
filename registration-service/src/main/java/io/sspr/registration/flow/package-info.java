/** What a front end calls what it started. */
@NullMarked
package io.sspr.registration.flow;

import org.jspecify.annotations.NullMarked;
