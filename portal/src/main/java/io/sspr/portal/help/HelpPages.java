package io.sspr.portal.help;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** One page, for whoever is stuck wants to search it rather than to click through it. */
@Controller
class HelpPages {

    private final Topics topics;

    HelpPages(Topics topics) {
        this.topics = topics;
    }

    @GetMapping("/help")
    String help(Model model) {
        model.addAttribute("topics", topics.all());
        return "help/help";
    }
}
