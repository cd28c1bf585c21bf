package anxin.aftersales.returns;

import anxin.aftersales.cases.CaseScope;
import anxin.aftersales.cases.StepView;
import anxin.aftersales.evidence.Evidence;
import anxin.identity.Caller;
import anxin.identity.Caller.Staff;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.kernel.web.IfMatch;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The warehouse's work: what to expect, to inspect, to repair and to send. */
@RestController
@RequestMapping("/api/v1")
class WarehouseController {

    record NewUnit(
            @NotBlank(message = "请选择商品 | choose an item")
                    @Size(max = 64, message = "至多64个字 | at most 64 characters")
                    String lineId,
            @Min(value = 1, message = "至少为1 | at least 1")
                    @Max(value = 9_999, message = "至多为9999 | at most 9999")
                    int qty,
            @NotNull(message = "请选择处置方式 | say what becomes of it") Disposition disposition,
            @Nullable @Size(max = 100, message = "至多100个字 | at most 100 characters")
                    String serial) {}

    /** No units are all that are still to come. */
    record InspectionPass(
            @Nullable @Valid @Size(max = 500, message = "至多500行 | at most 500 lines")
                    List<NewUnit> units,
            @Nullable @Size(max = 12, message = "至多12张 | at most 12 photos") List<UUID> photos,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    record InspectionMismatch(
            @NotBlank(message = "请填写验收发现 | say what was found")
                    @Size(max = 500, message = "至多500个字 | at most 500 characters")
                    String finding,
            @Min(value = 0, message = "0到100 | 0 to 100")
                    @Max(value = 100, message = "0到100 | 0 to 100")
                    int proposalPct,
            @Nullable @Valid @Size(max = 500, message = "至多500行 | at most 500 lines")
                    List<NewUnit> units,
            @Nullable @Size(max = 12, message = "至多12张 | at most 12 photos") List<UUID> photos,
            @Nullable @Size(max = 2_000, message = "至多2000个字 | at most 2,000 characters")
                    String note) {}

    record InspectionPhoto(UUID id, String url, int width, int height) {}

    private final Returns returns;
    private final Inspections inspections;
    private final WarehouseQueue queue;
    private final Evidence evidence;
    private final CaseScope scope;

    WarehouseController(
            Returns returns,
            Inspections inspections,
            WarehouseQueue queue,
            Evidence evidence,
            CaseScope scope) {
        this.returns = returns;
        this.inspections = inspections;
        this.queue = queue;
        this.evidence = evidence;
        this.scope = scope;
    }

    /** What is due first comes first; {@code q} is a scanned tracking or case number. */
    @Needs(Permission.WAREHOUSE_WORK)
    @GetMapping("/warehouse-tasks")
    Page<WarehouseQueue.WarehouseTask> listWarehouseTasks(
            Caller.Permitted caller,
            Locale language,
            @RequestParam(defaultValue = "INSPECT") WarehouseQueue.Work work,
            @RequestParam(required = false) @Nullable ShopId shop,
            @RequestParam(required = false)
                    @Nullable
                    @Size(max = 64, message = "至多64个字 | at most 64 characters")
                    String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30")
                    @Min(value = 1, message = "1到100 | 1 to 100")
                    @Max(value = 100, message = "1到100 | 1 to 100")
                    int size) {
        return queue.page(scope.shops(caller, shop), work, q, after, size, language);
    }

    @Needs(Permission.WAREHOUSE_WORK)
    @GetMapping("/warehouse-tasks/counts")
    WarehouseQueue.WarehouseCounts countWarehouseTasks(
            Caller.Permitted caller, @RequestParam(required = false) @Nullable ShopId shop) {
        return queue.counts(scope.shops(caller, shop));
    }

    @Needs(Permission.WAREHOUSE_WORK)
    @PutMapping("/cases/{id}/receipt")
    StepView receiveParcel(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return StepView.of(
                returns.receive(staff, row.shop(), id, IfMatch.version(match)), response);
    }

    /** The same id again is the same photo. */
    @Needs(Permission.WAREHOUSE_WORK)
    @PutMapping(
            path = "/cases/{id}/inspection-photos/{photoId}",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    InspectionPhoto keepInspectionPhoto(
            @PathVariable UUID id,
            @PathVariable UUID photoId,
            @RequestPart("file") MultipartFile file,
            Staff staff)
            throws IOException {
        var row = scope.find(staff, id);
        var kept = evidence.keep(row.shop(), photoId, staff.actor(), file.getBytes());
        evidence.requireFree(row.shop(), staff.actor(), id, List.of(photoId));
        evidence.attach(row.shop(), id, List.of(photoId));
        return new InspectionPhoto(
                kept.id(),
                "/api/v1/cases/" + id + "/evidence/" + photoId,
                kept.width(),
                kept.height());
    }

    @Needs(Permission.WAREHOUSE_WORK)
    @PutMapping("/cases/{id}/inspection-pass")
    StepView passInspection(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid InspectionPass body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return StepView.of(
                inspections.pass(
                        staff,
                        row.shop(),
                        id,
                        IfMatch.version(match),
                        seen(body.units(), body.photos(), body.note())),
                response);
    }

    @Needs(Permission.WAREHOUSE_WORK)
    @PutMapping("/cases/{id}/inspection-mismatch")
    StepView reportMismatch(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody @Valid InspectionMismatch body,
            Staff staff,
            HttpServletResponse response) {
        var row = scope.find(staff, id);
        return StepView.of(
                inspections.mismatch(
                        staff,
                        row.shop(),
                        id,
                        IfMatch.version(match),
                        body.finding().strip(),
                        body.proposalPct(),
                        seen(body.units(), body.photos(), body.note())),
                response);
    }

    private static Inspections.Seen seen(
            @Nullable List<NewUnit> units, @Nullable List<UUID> photos, @Nullable String note) {
        return new Inspections.Seen(
                Objects.requireNonNullElse(units, List.<NewUnit>of()).stream()
                        .map(
                                unit ->
                                        new Unit(
                                                unit.lineId(),
                                                unit.qty(),
                                                unit.disposition(),
                                                unit.serial()))
                        .toList(),
                Objects.requireNonNullElse(photos, List.of()),
                note);
    }
}
