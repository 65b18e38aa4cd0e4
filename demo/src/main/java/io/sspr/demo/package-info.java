/** The demonstration: people who live through everything, by the published contract alone. */
@NullMarked
package io.sspr.demo;

import org.jspecify.annotations.NullMarked;
