package anxin.commerce.imports;

import anxin.commerce.imports.ImportStore.Fault;
import anxin.commerce.intake.Changes;
import anxin.commerce.intake.Intake;
import anxin.commerce.intake.Kind;
import anxin.commerce.intake.Taken;
import anxin.kernel.ShopId;
import anxin.kernel.Text;
import anxin.kernel.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes the next batch of a file. What is taken, what was wrong and how far we are is committed
 * together, so that a kill at any moment loses nothing and repeats nothing.
 */
@Component
class RunImport {

    static final int BATCH = 500;

    private final Map<Kind, Intake> intakes = new EnumMap<>(Kind.class);
    private final ImportStore imports;
    private final ImportFiles files;
    private final Changes changes;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    RunImport(
            List<Intake> intakes,
            ImportStore imports,
            ImportFiles files,
            Changes changes,
            TransactionTemplate transaction,
            JsonMapper json) {
        intakes.forEach(intake -> this.intakes.put(intake.kind(), intake));
        this.imports = imports;
        this.files = files;
        this.changes = changes;
        this.transaction = transaction;
        this.json = json;
    }

    /** A document of the file, or why it is none. */
    private record Unit(long line, @Nullable JsonNode document) {}

    private record Batch(List<Unit> units, long offset, long line, boolean atEnd) {}

    /** True while there is more of it to take on this node, which must have the file. */
    boolean next(ShopId shop, UUID id) {
        var file = files.of(shop, id);
        if (!Files.exists(file)) {
            return false;
        }
        var more = Boolean.TRUE.equals(transaction.execute(status -> takeBatch(shop, id, file)));
        if (!more) {
            files.delete(file);
        }
        return more;
    }

    private boolean takeBatch(ShopId shop, UUID id, Path file) {
        var job = imports.lock(shop, id);
        if (!job.isRunning()) {
            return false;
        }
        Batch batch;
        try {
            batch = read(job, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var faults = new ArrayList<Fault>();
        long stale = 0;
        long failed = 0;
        var readable = batch.units().stream().filter(unit -> unit.document() != null).toList();
        for (var unit : batch.units()) {
            if (unit.document() == null) {
                failed++;
                faults.add(
                        new Fault(unit.line(), 0, "", Text.of("不是有效的 JSON", "is not valid JSON")));
            }
        }
        var documents = new ArrayList<JsonNode>(readable.size());
        for (var unit : readable) {
            if (unit.document() != null) {
                documents.add(unit.document());
            }
        }
        var taken = intake(job.kind()).take(shop, documents);
        for (int i = 0; i < taken.size(); i++) {
            switch (taken.get(i)) {
                case Taken.Stored stored -> {}
                case Taken.Stale old -> stale++;
                case Taken.Refused refused -> {
                    failed++;
                    faults.addAll(faults(readable.get(i).line(), refused.fields()));
                }
            }
        }
        imports.addFaults(job, faults);
        var done = advanced(job, batch, stale, failed);
        imports.advance(done);
        if (!done.isRunning()) {
            changes.tell(
                    shop,
                    "import-finished",
                    "import:" + id,
                    job.createdBy(),
                    Map.of(
                            "id", id.toString(),
                            "kind", job.kind().code(),
                            "processed", done.processed(),
                            "failed", done.failed()));
        }
        return done.isRunning();
    }

    private static ImportJob advanced(ImportJob job, Batch batch, long stale, long failed) {
        return new ImportJob(
                job.shop(),
                job.id(),
                job.kind(),
                job.format(),
                batch.atEnd() ? ImportJob.State.DONE : ImportJob.State.RUNNING,
                job.bytes(),
                batch.offset(),
                batch.line(),
                job.processed() + batch.units().size(),
                job.stale() + stale,
                job.failed() + failed,
                job.createdBy(),
                job.createdAt(),
                null);
    }

    private static List<Fault> faults(long line, List<Problem.Field> fields) {
        var faults = new ArrayList<Fault>(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            faults.add(new Fault(line, i, fields.get(i).pointer(), fields.get(i).expected()));
        }
        return faults;
    }

    private Batch read(ImportJob job, Path file) throws IOException {
        List<String> names = job.format() == Format.CSV ? names(file) : List.of();
        try (var records = new Records(file, job.offset(), job.line(), job.format())) {
            var units = new ArrayList<Unit>();
            var offset = job.offset();
            var line = job.line();
            while (true) {
                var record = records.next();
                if (record == null) {
                    return new Batch(units, job.bytes(), line, true);
                }
                if (record.start() == 0 && job.format() == Format.CSV) {
                    offset = record.end();
                    line = record.endLine();
                    continue;
                }
                var unit = new Unit(record.line(), document(record.text(), names));
                if (job.kind() != Kind.ORDERS || names.isEmpty() || !goesOn(units, unit)) {
                    if (units.size() == BATCH) {
                        return new Batch(units, offset, line, false);
                    }
                    units.add(unit);
                }
                offset = record.end();
                line = record.endLine();
            }
        }
    }

    /** A row of the same order as the one above it adds its lines to it. */
    private static boolean goesOn(List<Unit> units, Unit unit) {
        if (units.isEmpty()
                || !(units.getLast().document() instanceof ObjectNode order)
                || !(unit.document() instanceof ObjectNode row)
                || !(order.get("lines") instanceof ArrayNode lines)
                || !(row.get("lines") instanceof ArrayNode more)
                || !order.path("no").equals(row.path("no"))) {
            return false;
        }
        more.forEach(lines::add);
        return true;
    }

    private @Nullable JsonNode document(String text, List<String> names) {
        if (!names.isEmpty()) {
            return Csv.document(names, Csv.cells(text), json);
        }
        try {
            return json.readTree(text);
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private static List<String> names(Path file) throws IOException {
        try (var records = new Records(file, 0, 0, Format.CSV)) {
            var header = records.next();
            return header == null ? List.of("no") : Csv.cells(header.text());
        }
    }

    private Intake intake(Kind kind) {
        @Nullable Intake intake = intakes.get(kind);
        if (intake == null) {
            throw new IllegalStateException("nobody takes " + kind.code());
        }
        return intake;
    }
}
