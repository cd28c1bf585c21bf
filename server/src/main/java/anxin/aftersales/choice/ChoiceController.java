package anxin.aftersales.choice;

import anxin.aftersales.cases.CaseRow;
import anxin.aftersales.cases.CaseScope;
import anxin.identity.Caller.Customer;
import anxin.identity.Caller.Staff;
import anxin.identity.ForCustomers;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.web.IfMatch;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ChoiceController {

    /** {@code option} is the code of one of the options in the view of the case. */
    record Choice(
            @NotBlank(message = "请选择一个方案 | choose one of the options")
                    @Size(max = 100, message = "至多100个字 | at most 100 characters")
                    String option) {}

    /** {@code partMinor} is what a partial refund pays. */
    record Offer(
            @NotEmpty(message = "请选择要提供的方案 | choose what to offer") List<Offers.Kind> options,
            @Nullable Long partMinor,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    /** Where it led; the page asks for the whole case again. */
    record ChoiceMade(UUID id, String state, int version) {}

    private final Choices choices;
    private final Offers offers;
    private final CaseScope scope;

    ChoiceController(Choices choices, Offers offers, CaseScope scope) {
        this.choices = choices;
        this.offers = offers;
        this.scope = scope;
    }

    @ForCustomers
    @PutMapping("/portal/cases/{id}/choice")
    ChoiceMade chooseOption(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Choice body,
            Customer customer,
            Locale language,
            HttpServletResponse response) {
        var row =
                choices.choose(
                        customer, id, IfMatch.version(match), body.option().strip(), language);
        return made(row, response);
    }

    @Needs(Permission.CASE_DECIDE)
    @PutMapping("/cases/{id}/offer")
    ChoiceMade offerOptions(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid Offer body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        var version = IfMatch.version(match);
        return made(
                offers.offer(staff, row, version, body.options(), body.partMinor(), body.note()),
                response);
    }

    private static ChoiceMade made(CaseRow row, HttpServletResponse response) {
        response.setHeader("ETag", IfMatch.etag(row.version()));
        return new ChoiceMade(row.id(), row.state().name(), row.version());
    }
}
