package app.whichday.web;

import app.whichday.account.Refused;
import app.whichday.proposal.StaleDecisionException;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns what goes wrong into an answer: problem details for scripts, a page for people, a way to sign in for strangers. */
final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    private final Pages pages;

    Problems(Pages pages) {
        this.pages = pages;
    }

    /** Scripts are told how to sign in; people are shown where, also when only a part of a page was asked for. */
    @ServerExceptionMapper(priority = 1)
    Response stranger(UnauthorizedException e, UriInfo address, HttpHeaders headers) {
        if (isApi(address)) {
            return Response.fromResponse(json(
                            Response.Status.UNAUTHORIZED, "Sign in with the name “owner” and your password.", null))
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Whichday\", charset=\"UTF-8\"")
                    .build();
        }
        if (headers.getHeaderString("HX-Request") != null) {
            return Response.status(Response.Status.UNAUTHORIZED)
                    .header("HX-Redirect", "/sign-in")
                    .build();
        }
        return Response.seeOther(URI.create("/sign-in")).build();
    }

    @ServerExceptionMapper
    Response refused(Refused e, UriInfo address) {
        return answer(address, Response.Status.BAD_REQUEST, e.getMessage(), e.field());
    }

    @ServerExceptionMapper
    Response stale(StaleDecisionException e, UriInfo address) {
        return answer(address, Response.Status.CONFLICT, e.getMessage(), "version");
    }

    @ServerExceptionMapper(priority = 1)
    Response unreadable(JacksonException e, UriInfo address) {
        String field = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
        String sentence = field.isEmpty()
                ? "The request's body is not JSON that can be read; see /q/openapi for its shape."
                : "The value of “" + field + "” can't be read; see /q/openapi for what it takes.";
        return answer(address, Response.Status.BAD_REQUEST, sentence, field.isEmpty() ? null : field);
    }

    /** Quarkus maps this kind itself unless told otherwise, in another shape. */
    @ServerExceptionMapper(priority = 1)
    Response mismatched(MismatchedInputException e, UriInfo address) {
        return unreadable(e, address);
    }

    @ServerExceptionMapper
    Response told(WebApplicationException e, UriInfo address) {
        Response response = e.getResponse();
        if (response.hasEntity() || response.getStatus() < 400) {
            return response;
        }
        if (e.getCause() instanceof JacksonException unreadable) {
            return unreadable(unreadable, address);
        }
        Response.StatusType status = response.getStatusInfo();
        return answer(address, status, sentence(status, e), null);
    }

    @ServerExceptionMapper
    Response broken(RuntimeException e, UriInfo address) {
        LOG.errorf(e, "Could not answer %s", address.getPath());
        return answer(
                address,
                Response.Status.INTERNAL_SERVER_ERROR,
                "That went wrong on our side; it stands in the log. Try again.",
                null);
    }

    private Response answer(UriInfo address, Response.StatusType status, String sentence, @Nullable String field) {
        if (isApi(address)) {
            return json(status, sentence, field);
        }
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.problem(pages.bare(status.getReasonPhrase()), status.getStatusCode(), sentence))
                .build();
    }

    private static Response json(Response.StatusType status, String sentence, @Nullable String field) {
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem(status.getReasonPhrase(), status.getStatusCode(), sentence, field))
                .build();
    }

    /** Our own exceptions carry a sentence; the framework's carry "HTTP 404 Not Found" or talk of annotations. */
    private static String sentence(Response.StatusType status, WebApplicationException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        return switch (status.getStatusCode()) {
            case 405 -> "This address can't be used that way.";
            case 415 -> "The body must be JSON: send it with Content-Type: application/json.";
            case 404 -> message.startsWith("There ") ? message : "There is nothing at this address.";
            case 400 -> "The request can't be read. If a form was open for long, load its page again.";
            default -> status.getReasonPhrase() + ".";
        };
    }

    private static boolean isApi(UriInfo address) {
        return address.getPath().startsWith("/api/") || address.getPath().startsWith("api/");
    }
}
