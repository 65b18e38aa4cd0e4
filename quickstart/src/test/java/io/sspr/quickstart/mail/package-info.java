/** Tests of the mail catcher over real SMTP and HTTP. */
@NullMarked
package io.sspr.quickstart.mail;

import org.jspecify.annotations.NullMarked;
