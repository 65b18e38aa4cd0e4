/** Security notices: to every address of an account, whatever else was sent. */
@NullMarked
package io.sspr.notification.notice;

import org.jspecify.annotations.NullMarked;
