package io.sspr.contract.reply;

import io.sspr.contract.About;

/** The person who has signed in has nothing to register and nothing to look at. */
@About("The person who has signed in has nothing to register and nothing to look at.")
public record NothingToDo() implements Reply {}
