package anxin.messaging.attachments;

import anxin.kernel.files.Photo;
import anxin.kernel.problem.Problem;
import anxin.kernel.wire.Hmac;
import org.jspecify.annotations.Nullable;

/** A content as it is kept: judged, and a picture written anew. */
record Prepared(
        byte[] bytes, String hash, String type, @Nullable Integer width, @Nullable Integer height) {

    static Prepared of(byte[] content, long largest) throws NotKept {
        if (content.length == 0) {
            throw new NotKept(NotKept.Why.EMPTY);
        }
        if (content.length > largest) {
            throw new NotKept(NotKept.Why.TOO_LARGE);
        }
        var type = ContentType.of(content);
        if (ContentType.isProgram(type)) {
            throw new NotKept(NotKept.Why.PROGRAM);
        }
        return ContentType.isPicture(type) ? picture(content) : file(content, type);
    }

    /** One that cannot be decoded is no picture, whatever its first bytes say. */
    private static Prepared picture(byte[] content) {
        try {
            var photo = Photo.of(content);
            return new Prepared(
                    photo.jpeg(),
                    Hmac.digest(photo.jpeg()),
                    "image/jpeg",
                    photo.width(),
                    photo.height());
        } catch (Problem unreadable) {
            return file(content, ContentType.UNKNOWN);
        }
    }

    private static Prepared file(byte[] content, String type) {
        return new Prepared(content, Hmac.digest(content), type, null, null);
    }
}
