package io.sspr.portal.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what one can do here. */
@Controller
class Home {

    @GetMapping("/")
    String home() {
        return "home";
    }
}
