package anxin.platforms.mapping;

import anxin.platforms.ExternalCase.Status;
import anxin.platforms.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One platform's states. A case over there is a handful of fields, each with a code; the first row
 * that its codes fit says where it stands. A code that no row and no silence knows stands in review
 * and is told, and so does a combination that fits no row: never a guess, never an end.
 */
public final class StatusTable {

    /** Fields with the codes of which each must have one. */
    public record When(Map<String, Set<String>> fields) {

        /** One field, any of these codes. */
        public static When is(String field, String... codes) {
            return new When(Map.of(field, Set.of(codes)));
        }

        public When and(String field, String... codes) {
            var both = new HashMap<>(fields);
            both.put(field, Set.of(codes));
            return new When(both);
        }

        boolean fits(Map<String, String> told) {
            return fields.entrySet().stream()
                    .allMatch(one -> one.getValue().contains(told.getOrDefault(one.getKey(), "")));
        }

        @Override
        public String toString() {
            return new TreeMap<>(fields)
                    .entrySet().stream()
                            .map(one -> one.getKey() + "=" + codes(one.getValue()))
                            .collect(Collectors.joining(" "));
        }

        private static String codes(Set<String> codes) {
            return codes.stream().sorted(StatusTable::byNumber).collect(Collectors.joining("|"));
        }
    }

    /**
     * @param standing the word we use when the platform alone speaks
     * @param alike what the table of the specification puts under the same codes
     * @param ours states of our own that the platform has no word for while it stands there
     */
    public record Row(When when, Standing standing, Set<Standing> alike, Set<Standing> ours) {}

    private final List<Row> rows;
    private final Map<String, Set<String>> known = new HashMap<>();

    private StatusTable(List<Row> rows, List<When> silent) {
        this.rows = List.copyOf(rows);
        for (var row : rows) {
            learn(row.when());
        }
        silent.forEach(this::learn);
    }

    private void learn(When when) {
        when.fields()
                .forEach(
                        (field, codes) ->
                                known.computeIfAbsent(field, f -> new HashSet<>()).addAll(codes));
    }

    /** The rows, first match first. */
    public List<Row> rows() {
        return rows;
    }

    /** Where a case with these codes stands; a field that is empty was not told. */
    public Status read(Map<String, String> told) {
        var spoken = new TreeMap<String, String>();
        told.forEach(
                (field, code) -> {
                    if (!code.isEmpty()) {
                        spoken.put(field, code);
                    }
                });
        var codes =
                spoken.entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(" "));
        var strange =
                spoken.entrySet().stream()
                        .filter(
                                one ->
                                        !known.getOrDefault(one.getKey(), Set.of())
                                                .contains(one.getValue()))
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .toList();
        if (!strange.isEmpty()) {
            return Status.unknown(codes, strange);
        }
        for (var row : rows) {
            if (row.when().fits(spoken)) {
                return new Status(codes, row.standing(), row.alike(), row.ours(), List.of());
            }
        }
        return Status.unknown(codes, List.of(codes));
    }

    /** The other way: how the platform would say that a case stands here; empty when it cannot. */
    public List<String> codes(Standing standing) {
        return rows.stream()
                .filter(row -> row.standing() == standing || row.alike().contains(standing))
                .map(row -> row.when().toString())
                .toList();
    }

    static Builder table() {
        return new Builder();
    }

    /** Rows in the order in which they are tried. */
    static final class Builder {
        private final List<Row> rows = new ArrayList<>();
        private final List<When> silent = new ArrayList<>();

        Builder row(When when, Standing standing, Standing... alike) {
            rows.add(new Row(when, standing, Set.copyOf(Arrays.asList(alike)), Set.of()));
            return this;
        }

        /** The row before also holds while we are there, which the platform cannot see. */
        Builder meanwhile(Standing... ours) {
            var last = rows.removeLast();
            rows.add(
                    new Row(
                            last.when(),
                            last.standing(),
                            last.alike(),
                            Set.copyOf(Arrays.asList(ours))));
            return this;
        }

        /** Codes that say nothing about where a case stands. */
        Builder silent(String field, String... codes) {
            silent.add(When.is(field, codes));
            return this;
        }

        StatusTable done() {
            return new StatusTable(rows, silent);
        }
    }

    private static int byNumber(String one, String other) {
        var byLength = Integer.compare(one.length(), other.length());
        return byLength != 0 ? byLength : one.compareTo(other);
    }
}
