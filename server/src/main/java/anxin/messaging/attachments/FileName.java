package anxin.messaging.attachments;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A name that does no harm: no folder, nothing that cannot be seen, and an ending that fits what
 * the file is, so that a double click opens no program.
 */
final class FileName {

    private static final int LONGEST = 120;

    /** The endings that fit; the first is given to a name that has none of them. */
    private static final Map<String, List<String>> ENDINGS =
            Map.ofEntries(
                    Map.entry("image/jpeg", List.of("jpg", "jpeg")),
                    Map.entry("image/png", List.of("png")),
                    Map.entry("image/gif", List.of("gif")),
                    Map.entry("image/bmp", List.of("bmp")),
                    Map.entry("image/webp", List.of("webp")),
                    Map.entry("image/heic", List.of("heic", "heif")),
                    Map.entry("audio/mp4", List.of("m4a")),
                    Map.entry("video/quicktime", List.of("mov")),
                    Map.entry("video/mp4", List.of("mp4", "m4v")),
                    Map.entry("video/webm", List.of("webm", "mkv")),
                    Map.entry("video/x-msvideo", List.of("avi")),
                    Map.entry("audio/wav", List.of("wav")),
                    Map.entry("audio/ogg", List.of("ogg", "opus")),
                    Map.entry("audio/amr", List.of("amr")),
                    Map.entry("audio/mpeg", List.of("mp3")),
                    Map.entry("application/pdf", List.of("pdf")),
                    Map.entry(
                            "application/x-ole-storage",
                            List.of("doc", "xls", "ppt", "msg", "wps", "et")),
                    Map.entry("application/vnd.rar", List.of("rar")),
                    Map.entry("application/x-7z-compressed", List.of("7z")),
                    Map.entry("application/gzip", List.of("gz", "tgz")),
                    Map.entry(
                            "application/zip",
                            List.of("zip", "ofd", "odt", "ods", "pages", "numbers")),
                    Map.entry(
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            List.of("docx")),
                    Map.entry(
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            List.of("xlsx")),
                    Map.entry(
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                            List.of("pptx")),
                    Map.entry(ContentType.HTML, List.of("html.txt")),
                    Map.entry(ContentType.SVG, List.of("svg.txt")),
                    Map.entry(
                            ContentType.TEXT,
                            List.of(
                                    "txt", "csv", "md", "log", "json", "xml", "ics", "vcf",
                                    "eml")));

    private FileName() {}

    static String of(@Nullable String given, String type) {
        var name = shown(given);
        var fitting = ENDINGS.getOrDefault(type, List.of("bin"));
        var lower = name.toLowerCase(Locale.ROOT);
        return fitting.stream().anyMatch(ending -> lower.endsWith("." + ending))
                ? name
                : (type.startsWith("image/jpeg") ? stem(name) : name) + "." + fitting.getFirst();
    }

    /** A picture that was written anew as JPEG is not called {@code photo.png.jpg}. */
    private static String stem(String name) {
        return name.replaceFirst("(?i)\\.(png|gif|bmp)$", "");
    }

    /** Letters that turn the direction of writing are what hides {@code exe.gpj}. */
    static String shown(@Nullable String given) {
        var name = given == null ? "" : given.replaceAll("^.*[/\\\\]", "");
        var seen =
                name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}<>:\"|?*]", "")
                        .replaceAll("\\s+", " ")
                        .strip();
        while (seen.startsWith(".")) {
            seen = seen.substring(1);
        }
        if (seen.length() > LONGEST) {
            var dot = seen.lastIndexOf('.');
            var ending = dot > 0 && seen.length() - dot <= 10 ? seen.substring(dot) : "";
            seen = seen.substring(0, LONGEST - ending.length()) + ending;
        }
        return seen.isBlank() ? "file" : seen;
    }
}
