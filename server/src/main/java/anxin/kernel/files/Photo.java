package anxin.kernel.files;

import anxin.kernel.problem.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;

/** A picture decoded and encoded anew: of the file that came, only what can be seen survives. */
public record Photo(byte[] jpeg, int width, int height) {

    public static final long LARGEST_BYTES = 12L * 1024 * 1024;
    private static final long LARGEST_PIXELS = 60_000_000;
    private static final int LONGEST_SIDE = 2_400;

    public static Photo of(byte[] upload) {
        try {
            checkSize(upload);
            var image =
                    Thumbnails.of(new ByteArrayInputStream(upload))
                            .useExifOrientation(true)
                            .scale(1)
                            .imageType(BufferedImage.TYPE_INT_RGB)
                            .asBufferedImage();
            var longest = Math.max(image.getWidth(), image.getHeight());
            var scale = Math.min(1.0, (double) LONGEST_SIDE / longest);
            var out = new ByteArrayOutputStream();
            Thumbnails.of(image)
                    .scale(scale)
                    .outputFormat("jpg")
                    .outputQuality(0.86)
                    .toOutputStream(out);
            return new Photo(
                    out.toByteArray(),
                    Math.max(1, (int) Math.round(image.getWidth() * scale)),
                    Math.max(1, (int) Math.round(image.getHeight() * scale)));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw notAPicture();
        }
    }

    /** Looks at the header only, so that a small file cannot unfold into all our memory. */
    private static void checkSize(byte[] upload) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(upload))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw notAPicture();
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > LARGEST_PIXELS) {
                    throw Problem.refused(
                                    "picture-too-large",
                                    "图片分辨率过高，请压缩到6000万像素以内",
                                    "The picture has too many pixels; 60 million at most")
                            .as(413);
                }
            } finally {
                reader.dispose();
            }
        }
    }

    private static Problem notAPicture() {
        return Problem.refused(
                        "not-a-picture",
                        "无法识别的图片，请上传 JPG 或 PNG 照片",
                        "This is not a picture we can read; send a JPEG or PNG photo")
                .as(415);
    }
}
