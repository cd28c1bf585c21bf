package anxin.messaging.attachments;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a file is, by its first bytes: its name and what the sender says of it count for nothing.
 */
final class ContentType {

    static final String UNKNOWN = "application/octet-stream";
    static final String HTML = "text/html";
    static final String SVG = "image/svg+xml";
    static final String TEXT = "text/plain";
    private static final String PROGRAM = "application/x-executable";
    private static final int LOOKED_AT = 4_096;

    /** Bytes that stand at a place. */
    private record Sign(int at, byte[] bytes, String type) {

        static Sign of(int at, String latin1, String type) {
            return new Sign(at, latin1.getBytes(StandardCharsets.ISO_8859_1), type);
        }

        boolean isOn(byte[] content) {
            if (content.length < at + bytes.length) {
                return false;
            }
            for (int n = 0; n < bytes.length; n++) {
                if (content[at + n] != bytes[n]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The more special one first. */
    private static final List<Sign> SIGNS =
            List.of(
                    Sign.of(0, "\u00ff\u00d8\u00ff", "image/jpeg"),
                    Sign.of(0, "\u0089PNG\r\n", "image/png"),
                    Sign.of(0, "GIF8", "image/gif"),
                    Sign.of(0, "BM", "image/bmp"),
                    Sign.of(8, "WEBP", "image/webp"),
                    Sign.of(4, "ftypheic", "image/heic"),
                    Sign.of(4, "ftypmif1", "image/heic"),
                    Sign.of(4, "ftypM4A", "audio/mp4"),
                    Sign.of(4, "ftypqt", "video/quicktime"),
                    Sign.of(4, "ftyp", "video/mp4"),
                    Sign.of(0, "\u001aE\u00df\u00a3", "video/webm"),
                    Sign.of(8, "AVI ", "video/x-msvideo"),
                    Sign.of(8, "WAVE", "audio/wav"),
                    Sign.of(0, "OggS", "audio/ogg"),
                    Sign.of(0, "#!AMR", "audio/amr"),
                    Sign.of(0, "ID3", "audio/mpeg"),
                    Sign.of(0, "\u00ff\u00fb", "audio/mpeg"),
                    Sign.of(0, "%PDF-", "application/pdf"),
                    Sign.of(0, "\u00d0\u00cf\u0011\u00e0", "application/x-ole-storage"),
                    Sign.of(0, "Rar!", "application/vnd.rar"),
                    Sign.of(0, "7z\u00bc\u00af", "application/x-7z-compressed"),
                    Sign.of(0, "\u001f\u008b", "application/gzip"),
                    Sign.of(0, "MZ", PROGRAM),
                    Sign.of(0, "\u007fELF", PROGRAM),
                    Sign.of(0, "\u00ca\u00fe\u00ba\u00be", PROGRAM),
                    Sign.of(0, "\u00cf\u00fa\u00ed\u00fe", PROGRAM),
                    Sign.of(0, "#!", PROGRAM),
                    Sign.of(0, "L\u0000\u0000\u0000\u0001\u0014\u0002\u0000", PROGRAM));

    /** Formats of offices are zips; what lies first in them tells which. */
    private static final List<Sign> ZIPPED =
            List.of(
                    Sign.of(
                            0,
                            "word/",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
                    Sign.of(
                            0,
                            "xl/",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                    Sign.of(
                            0,
                            "ppt/",
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
                    Sign.of(0, "META-INF/MANIFEST.MF", PROGRAM),
                    Sign.of(0, "AndroidManifest.xml", PROGRAM));

    private static final Pattern MARKUP =
            Pattern.compile("<(!doctype\\s+html|html|head|body|script|iframe|meta|img|a\\s)");

    private ContentType() {}

    static String of(byte[] content) {
        for (var sign : SIGNS) {
            if (sign.isOn(content)) {
                return sign.type();
            }
        }
        return Sign.of(0, "PK\u0003\u0004", "").isOn(content) ? zipped(content) : text(content);
    }

    static boolean isProgram(String type) {
        return type.equals(PROGRAM);
    }

    /** The kinds of picture that we decode, and write anew. */
    static boolean isPicture(String type) {
        return switch (type) {
            case "image/jpeg", "image/png", "image/gif", "image/bmp" -> true;
            default -> false;
        };
    }

    private static String zipped(byte[] content) {
        var names = new String(content, StandardCharsets.ISO_8859_1);
        for (var one : ZIPPED) {
            if (names.contains(new String(one.bytes(), StandardCharsets.ISO_8859_1))) {
                return one.type();
            }
        }
        return "application/zip";
    }

    private static String text(byte[] content) {
        for (byte one : content) {
            if (one == 0) {
                return UNKNOWN;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
        } catch (CharacterCodingException another) {
            return isMarkup(content) ? HTML : UNKNOWN;
        }
        var beginning = beginning(content);
        if (beginning.contains("<svg")) {
            return SVG;
        }
        return isMarkup(content) ? HTML : TEXT;
    }

    private static boolean isMarkup(byte[] content) {
        return MARKUP.matcher(beginning(content)).find();
    }

    private static String beginning(byte[] content) {
        return new String(
                        content,
                        0,
                        Math.min(content.length, LOOKED_AT),
                        StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
    }
}
