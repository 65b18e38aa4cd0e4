package io.sspr.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.sspr.contract.MethodKind;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErrandTests {

    private static final UUID ID = UUID.fromString("7f0f4f0e-5a1c-4a54-9f14-2d1f7c6a1b01");

    @Test
    void leadsToItsPageAndByAProof() {
        assertThat(Errand.LOOK.path()).isEqualTo("/account");
        assertThat(Errand.change(ID).path()).isEqualTo("/account/change/" + ID);
        assertThat(Errand.change(ID).provePath()).isEqualTo("/account/prove?what=CHANGE&id=" + ID);
        assertThat(Errand.add(MethodKind.SMS, null, false).path()).isEqualTo("/account/add?kind=SMS");
        assertThat(Errand.add(MethodKind.SMS, ID, true).path())
                .isEqualTo("/account/add?kind=SMS&replaces=" + ID + "&then=welcome");
        assertThat(Errand.add(MethodKind.SMS, ID, true).provePath())
                .isEqualTo("/account/prove?what=ADD&kind=SMS&id=" + ID + "&then=welcome");
    }
}
