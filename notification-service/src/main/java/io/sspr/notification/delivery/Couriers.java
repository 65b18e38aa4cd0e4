package io.sspr.notification.delivery;

import io.sspr.notification.contact.Channel;

/** Where couriers of one channel come from. */
interface Couriers {

    /** What they carry. */
    Channel channel();

    /** A courier, to be closed soon. */
    Courier courier();

    /** Called once a sweep: what has been idle for long can be closed. */
    void rest();

    /** Nothing will be carried any more. */
    void close();
}
