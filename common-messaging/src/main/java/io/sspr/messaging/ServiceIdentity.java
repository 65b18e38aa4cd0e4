package io.sspr.messaging;

import io.sspr.contract.Service;

/** Which service this is; each service's application defines one such bean. */
public record ServiceIdentity(Service service) {}
