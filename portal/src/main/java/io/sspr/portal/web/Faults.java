package io.sspr.portal.web;

import io.sspr.portal.PortalProperties;
import io.sspr.portal.log.Unreachable;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
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
    private static final int UNREACHABLE = HttpStatus.SERVICE_UNAVAILABLE.value();
    private static final Set<Integer> WITH_WORDS = Set.of(400, 403, 404, 405, 413, 421, 503);

    private final URI home;

    Faults(PortalProperties properties) {
        this.home = properties.baseUrl();
    }

    @RequestMapping("/error")
    String fault(HttpServletRequest request, Model model) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        model.addAttribute("suffix", status instanceof Integer code && WITH_WORDS.contains(code) ? "." + code : "");
        // Whoever came by another name must not go on under it.
        model.addAttribute("home", home + "/");
        // The address of a form is no page.
        if ("GET".equals(request.getMethod()) && status instanceof Integer code && code == UNREACHABLE)
            model.addAttribute(
                    "again", home + String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
        return "error";
    }

    /** Through the page above, which has all that stands around a page. */
    @ExceptionHandler(Unreachable.class)
    void unreachable(Unreachable fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (fault.request() != null) SupportCode.keep(request, fault.request());
        LOG.warn("{}: {}", SupportCode.of(request), fault.getMessage(), fault);
        response.sendError(UNREACHABLE);
    }
}
