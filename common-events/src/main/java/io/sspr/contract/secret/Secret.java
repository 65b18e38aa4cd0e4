package io.sspr.contract.secret;

/** Content that travels only inside a seal. */
public sealed interface Secret
        permits AccountEntry,
                InitialCredential,
                MethodEntry,
                ProofEntry,
                FlowKey,
                LoginEntry,
                NewPasswordEntry,
                SignInEntry,
                PasswordPair,
                Enrolment,
                CodeLetter,
                ContactAddress,
                Visit,
                MethodChoice,
                ReplyKeyEntry,
                FlowReplyKey,
                AccountChoice,
                DisputeEntry,
                RecoveryCodes,
                MethodList,
                GroupEntry,
                PasswordEntry,
                Origin {}
