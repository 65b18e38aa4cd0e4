/** The ways in which a person can prove who they are, and whether each of them counts. */
@NullMarked
package io.sspr.registration.method;

import org.jspecify.annotations.NullMarked;
