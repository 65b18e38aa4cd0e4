/** Blocks of an account's resets, where the policy has any. */
@NullMarked
package io.sspr.registration.block;

import org.jspecify.annotations.NullMarked;
