package anxin.identity.oidc;

import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.identity.people.ProviderLinks;
import anxin.identity.people.Version;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Ties people who are already here to the provider, so that they sign in there from now on. */
@RestController
@RequestMapping("/api/v1/people/{id}/provider")
class LinkController {

    /**
     * Whom the provider means.
     *
     * @param subject the {@code sub} of its tokens: what it calls this person for ever
     */
    record ProviderSubject(
            @NotBlank(message = "请填写标识（sub） | the subject is needed")
                    @Size(max = 255, message = "最多255个字符 | at most 255 characters")
                    String subject) {}

    /**
     * How the person signs in from now on.
     *
     * @param subject null: by the password
     * @param password only where one was just made, to be told to the person
     */
    record SignInWay(
            UUID person, long version, @Nullable String subject, @Nullable String password) {}

    private final ProviderLinks links;
    private final OidcSettings settings;

    LinkController(ProviderLinks links, OidcSettings settings) {
        this.links = links;
        this.settings = settings;
    }

    @PutMapping
    @Needs(Permission.PEOPLE_MANAGE)
    @Operation(
            summary = "The person signs in by the provider from now on, and no more by password",
            description = "If-Match carries the version one has seen; 409 when it is older.")
    SignInWay linkPerson(
            Caller.Permitted caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid ProviderSubject body,
            HttpServletResponse response) {
        var link =
                links.link(
                        caller,
                        id,
                        Version.from(ifMatch),
                        settings.isOn() ? settings.issuer() : null,
                        body.subject().strip());
        return tagged(link, response);
    }

    @DeleteMapping
    @Needs(Permission.PEOPLE_MANAGE)
    @Operation(
            summary = "The person signs in by a new first password from now on",
            description = "If-Match carries the version one has seen; 409 when it is older.")
    SignInWay unlinkPerson(
            Caller.Permitted caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletResponse response) {
        return tagged(links.unlink(caller, id, Version.from(ifMatch)), response);
    }

    private static SignInWay tagged(ProviderLinks.Link link, HttpServletResponse response) {
        Version.tag(response, link.version());
        return new SignInWay(link.person(), link.version(), link.subject(), link.password());
    }
}
