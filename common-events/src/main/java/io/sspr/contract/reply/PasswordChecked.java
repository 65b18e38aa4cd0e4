package io.sspr.contract.reply;

import io.sspr.contract.About;
import io.sspr.contract.PasswordRule;
import java.util.List;

/** The rules that the password breaks; others may follow when it is handed in. */
@About("The rules that the password breaks; others may follow when it is handed in.")
public record PasswordChecked(List<PasswordRule> rules) implements Reply {}
