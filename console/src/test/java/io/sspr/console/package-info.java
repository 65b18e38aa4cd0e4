@NullMarked
package io.sspr.console;

import org.jspecify.annotations.NullMarked;
