@NullMarked
package io.sspr.contract.advice;

import org.jspecify.annotations.NullMarked;
