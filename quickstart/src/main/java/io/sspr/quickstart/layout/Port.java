package io.sspr.quickstart.layout;

/** A TCP port on the loopback interface: its number, who listens there, and the environment variable that moves it. */
public record Port(String usedBy, int number, String variable) {}
