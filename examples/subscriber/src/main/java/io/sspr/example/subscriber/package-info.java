/** An enterprise system that hears of password changes. */
@NullMarked
package io.sspr.example.subscriber;

import org.jspecify.annotations.NullMarked;
