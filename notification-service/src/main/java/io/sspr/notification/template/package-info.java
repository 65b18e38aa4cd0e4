/** The words of the mails, as text and as HTML, in every language there is a file for. */
@NullMarked
package io.sspr.notification.template;

import org.jspecify.annotations.NullMarked;
