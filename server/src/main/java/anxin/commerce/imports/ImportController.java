package anxin.commerce.imports;

import anxin.commerce.Shops;
import anxin.commerce.intake.Kind;
import anxin.identity.Caller;
import anxin.identity.Needs;
import anxin.identity.Permission;
import anxin.kernel.ShopId;
import anxin.kernel.page.Page;
import anxin.kernel.problem.Problem;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports over HTTP: the file is the body, and the caller's id makes sending it again safe. */
@RestController
@RequestMapping("/api/v1/shops/{shop}/imports")
class ImportController {

    private final ImportStore imports;
    private final ImportFiles files;
    private final Importing importing;
    private final Shops shops;
    private final Clock clock;

    ImportController(
            ImportStore imports, ImportFiles files, Importing importing, Shops shops, Clock clock) {
        this.imports = imports;
        this.files = files;
        this.importing = importing;
        this.shops = shops;
        this.clock = clock;
    }

    /**
     * A file and how far it has got.
     *
     * @param doneBytes of {@code bytes}, for a progress bar
     * @param stale documents that were older than what is there
     * @param failed documents of which nothing was taken; the error file says why
     */
    record ImportView(
            UUID id,
            ShopId shop,
            String kind,
            String format,
            String state,
            long bytes,
            long doneBytes,
            long processed,
            long stale,
            long failed,
            String createdBy,
            Instant createdAt,
            @Nullable Instant finishedAt) {

        static ImportView of(ImportJob job) {
            return new ImportView(
                    job.id(),
                    job.shop(),
                    job.kind().code(),
                    job.format().name().toLowerCase(Locale.ROOT),
                    job.state().name(),
                    job.bytes(),
                    job.offset(),
                    job.processed(),
                    job.stale(),
                    job.failed(),
                    job.createdBy(),
                    job.createdAt(),
                    job.finishedAt());
        }
    }

    @Needs(Permission.COMMERCE_WRITE)
    @PutMapping("/{id}")
    ImportView putImport(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            @RequestParam String kind,
            @RequestParam(defaultValue = "jsonl") String format,
            InputStream body,
            Caller.Permitted caller)
            throws IOException {
        caller.requireIn(shop);
        shops.require(shop);
        var wantedKind = parse(Kind.class, "/kind", kind);
        var wantedFormat = parse(Format.class, "/format", format);
        var known = imports.find(shop, id);
        if (known.isPresent()) {
            return same(known.get(), wantedKind, wantedFormat);
        }
        var size = files.keep(shop, id, body);
        var job =
                new ImportJob(
                        shop,
                        id,
                        wantedKind,
                        wantedFormat,
                        ImportJob.State.RUNNING,
                        size,
                        0,
                        0,
                        0,
                        0,
                        0,
                        caller.actor(),
                        clock.instant(),
                        null);
        if (!imports.add(job) && !find(shop, id).isRunning()) {
            files.delete(files.of(shop, id)); // Sent twice at once, and the other one is done.
        }
        importing.wake();
        return ImportView.of(imports.find(shop, id).orElseThrow());
    }

    @Needs(Permission.COMMERCE_READ)
    @GetMapping("/{id}")
    ImportView getImport(
            @PathVariable ShopId shop, @PathVariable UUID id, Caller.Permitted caller) {
        caller.requireIn(shop);
        return ImportView.of(find(shop, id));
    }

    @Needs(Permission.COMMERCE_READ)
    @GetMapping
    Page<ImportView> listImports(
            @PathVariable ShopId shop,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size,
            Caller.Permitted caller) {
        caller.requireIn(shop);
        return imports.page(shop, after, size).map(ImportView::of);
    }

    /** CSV of line, pointer and problem, in the order of the file. */
    @Needs(Permission.COMMERCE_READ)
    @GetMapping(path = "/{id}/errors", produces = "text/csv")
    void getImportErrors(
            @PathVariable ShopId shop,
            @PathVariable UUID id,
            Caller.Permitted caller,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        caller.requireIn(shop);
        find(shop, id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"import-errors-" + id + ".csv\"");
        var out = response.getOutputStream();
        // The mark without which spreadsheets read Chinese as something else.
        out.write("\uFEFFline,pointer,problem\r\n".getBytes(StandardCharsets.UTF_8));
        imports.eachFault(
                shop,
                id,
                fault -> {
                    var row =
                            fault.line()
                                    + ","
                                    + cell(fault.pointer())
                                    + ","
                                    + cell(fault.problem().in(language))
                                    + "\r\n";
                    try {
                        out.write(row.getBytes(StandardCharsets.UTF_8));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
    }

    private static String cell(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static ImportView same(ImportJob known, Kind kind, Format format) {
        if (known.kind() != kind || known.format() != format) {
            throw Problem.conflict(
                    "import-differs",
                    "该编号已用于另一个导入，请换一个编号",
                    "This id belongs to another import; choose a new one");
        }
        return ImportView.of(known);
    }

    private ImportJob find(ShopId shop, UUID id) {
        return imports.find(shop, id).orElseThrow(() -> Problem.missing("import"));
    }

    private static <E extends Enum<E>> E parse(Class<E> type, String pointer, String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(
                        () -> {
                            var all =
                                    Arrays.stream(type.getEnumConstants())
                                            .map(one -> one.name().toLowerCase(Locale.ROOT))
                                            .collect(Collectors.joining(", "));
                            return Problem.invalid(pointer, "应为 " + all, "must be one of " + all);
                        });
    }
}
