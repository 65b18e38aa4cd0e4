/** Codes that an administrator had sent to a person. */
@NullMarked
package io.sspr.registration.kind.administrator;

import org.jspecify.annotations.NullMarked;
