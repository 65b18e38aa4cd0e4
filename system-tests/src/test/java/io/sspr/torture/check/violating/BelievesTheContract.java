package io.sspr.torture.check.violating;

import io.sspr.contract.MessageType;

class BelievesTheContract {

    MessageType type() {
        return MessageType.PASSWORD_CHANGED;
    }
}
