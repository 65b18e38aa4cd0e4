/** Mails on the wire: headers, SMTP, and what the server's answer means. */
@NullMarked
package io.sspr.notification.mail;

import org.jspecify.annotations.NullMarked;
