package io.sspr.portal.web;

import io.sspr.portal.log.NotTaken;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/** One plain page for whatever goes wrong: what it means for the person, never what it was. */
@Controller
@ControllerAdvice
class Faults implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final Set<Integer> WITH_WORDS = Set.of(403, 404, 503);

    @RequestMapping("/error")
    String fault(HttpServletRequest request, Model model) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return page(status instanceof Integer code ? code : 500, model);
    }

    @ExceptionHandler(NotTaken.class)
    String notTaken(NotTaken fault, HttpServletResponse response, Model model) {
        LOG.warn("{}", fault.getMessage(), fault);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        return page(HttpStatus.SERVICE_UNAVAILABLE.value(), model);
    }

    private static String page(int status, Model model) {
        model.addAttribute("suffix", WITH_WORDS.contains(status) ? "." + status : "");
        return "error";
    }
}
