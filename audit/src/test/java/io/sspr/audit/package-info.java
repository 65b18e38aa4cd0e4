@NullMarked
package io.sspr.audit;

import org.jspecify.annotations.NullMarked;
