package io.sspr.contract.secret;

import io.sspr.contract.About;
import java.util.List;

/** The methods of a person. */
@About("The methods of a person.")
public record MethodList(List<MethodView> methods) implements Secret {

    @Override
    public String toString() {
        return "MethodList[hidden]";
    }
}
