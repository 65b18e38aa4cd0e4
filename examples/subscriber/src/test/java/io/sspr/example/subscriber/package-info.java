/** Tests of the subscriber. */
@NullMarked
package io.sspr.example.subscriber;

import org.jspecify.annotations.NullMarked;
