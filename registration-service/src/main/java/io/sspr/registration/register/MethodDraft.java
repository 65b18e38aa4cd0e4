package io.sspr.registration.register;

import io.sspr.contract.MethodKind;
import io.sspr.contract.seal.Sealed;
import io.sspr.registration.method.EmailAddress;
import io.sspr.registration.totp.TotpSeed;

/** A method as it is asked for, before anything is proven. */
sealed interface MethodDraft {

    /** What kind it is. */
    MethodKind kind();

    /** What the verification keeps until it is proven. */
    String pending();

    /** A mailbox that the person names. */
    record Mailbox(EmailAddress address) implements MethodDraft {

        @Override
        public MethodKind kind() {
            return MethodKind.EMAIL;
        }

        @Override
        public String pending() {
            return address.text();
        }
    }

    /** An authenticator app, to which we give a secret; sealed so that only the person's front end can show it. */
    record App(TotpSeed seed, Sealed enrolment) implements MethodDraft {

        @Override
        public MethodKind kind() {
            return MethodKind.AUTHENTICATOR_APP;
        }

        @Override
        public String pending() {
            return seed.base32();
        }
    }
}
