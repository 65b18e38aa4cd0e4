package io.sspr.contract;

/** Anything of ours that crosses Kafka: a request, a reply, an internal message, an event or a state. */
public interface Message {}
