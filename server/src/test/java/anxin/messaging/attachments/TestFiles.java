package anxin.messaging.attachments;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** What files wait for, done when a test asks for it. */
public class TestFiles {

    private final FileWork work;

    TestFiles(FileWork work) {
        this.work = work;
    }

    public void work() {
        work.round();
    }

    public static byte[] picture() {
        var picture = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return picture.toByteArray();
    }
}
