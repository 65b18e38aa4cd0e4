@NullMarked
package io.sspr.portal.account;

import org.jspecify.annotations.NullMarked;
