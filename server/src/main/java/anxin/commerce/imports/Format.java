package anxin.commerce.imports;

/** How a file is written. */
enum Format {
    /** One JSON document a line. */
    JSONL,
    /**
     * A line of column names, which are paths into the document ({@code buyer.name}, {@code
     * lines.0.sku}), then one document a row. Rows of one order that follow each other are its
     * lines.
     */
    CSV
}
