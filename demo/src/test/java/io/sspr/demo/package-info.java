/** Tests of the front end and the demonstration, as far as they need no running service. */
@NullMarked
package io.sspr.demo;

import org.jspecify.annotations.NullMarked;
