/** Where people can be reached and in which language: copies fed by the state topics. */
@NullMarked
package io.sspr.notification.contact;

import org.jspecify.annotations.NullMarked;
