package anxin.aftersales.submit;

import anxin.aftersales.policy.Reason;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.imageio.ImageIO;

/**
 * What the customers of the demo shops photograph: a thing on a table and what is wrong with it,
 * drawn with a few strokes, the same on every machine.
 */
final class DemoPhotos {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;

    private record Scene(Reason reason, int variant) {}

    private final ConcurrentMap<Scene, byte[]> drawn = new ConcurrentHashMap<>();

    /** A JPEG; {@code variant} tells the photos of one case apart. */
    byte[] of(Reason reason, int variant) {
        return drawn.computeIfAbsent(new Scene(reason, variant), DemoPhotos::draw);
    }

    private static byte[] draw(Scene scene) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        var random = new Random(31L * scene.reason().ordinal() + scene.variant());
        table(graphics);
        switch (scene.reason()) {
            case LOGISTICS_DAMAGE, MISSING_PARTS -> crushedParcel(graphics, random);
            case ROTTEN -> spoiltFruit(graphics, random);
            default -> stainedCloth(graphics, random);
        }
        graphics.dispose();
        var jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", jpeg);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jpeg.toByteArray();
    }

    private static void table(Graphics2D graphics) {
        graphics.setPaint(
                new GradientPaint(0, 0, new Color(0xE9E2D6), 0, HEIGHT, new Color(0xC9B99D)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
    }

    private static void crushedParcel(Graphics2D graphics, Random random) {
        graphics.setColor(new Color(0xB98A55));
        var box = new Path2D.Double();
        box.moveTo(90, 110);
        box.lineTo(330 + random.nextInt(30), 90);
        box.lineTo(300 + random.nextInt(30), 170);
        box.lineTo(390, 290);
        box.lineTo(110, 300);
        box.closePath();
        graphics.fill(box);
        graphics.setColor(new Color(0xE8D9BB));
        graphics.setStroke(new BasicStroke(22));
        graphics.drawLine(220, 100, 240, 298);
        graphics.setColor(new Color(0x5E4225));
        graphics.setStroke(new BasicStroke(4));
        for (int crack = 0; crack < 5; crack++) {
            var x = 250 + random.nextInt(90);
            var y = 120 + random.nextInt(120);
            graphics.drawLine(x, y, x + 20 + random.nextInt(40), y + random.nextInt(40) - 20);
        }
    }

    private static void spoiltFruit(Graphics2D graphics, Random random) {
        for (int fruit = 0; fruit < 7; fruit++) {
            var x = 70 + fruit % 4 * 95 + random.nextInt(14);
            var y = 90 + fruit / 4 * 105 + random.nextInt(14);
            graphics.setPaint(
                    new GradientPaint(x, y, new Color(0xE2573C), x + 90, y + 90, Color.ORANGE));
            graphics.fill(new Ellipse2D.Double(x, y, 88, 84));
            if (random.nextInt(3) > 0) {
                graphics.setColor(new Color(0x6B4B2A));
                graphics.fill(
                        new Ellipse2D.Double(
                                x + 20 + random.nextInt(20),
                                y + 20 + random.nextInt(20),
                                24 + random.nextInt(22),
                                20 + random.nextInt(20)));
            }
        }
    }

    private static void stainedCloth(Graphics2D graphics, Random random) {
        graphics.setColor(new Color(0x8FB0C4));
        graphics.fill(new RoundRectangle2D.Double(120, 70, 240, 250, 40, 40));
        graphics.fill(new RoundRectangle2D.Double(60, 90, 360, 80, 60, 60));
        graphics.setColor(new Color(0xF4F1EA));
        graphics.fill(new Ellipse2D.Double(200, 52, 80, 50));
        graphics.setColor(new Color(110, 74, 40, 150));
        for (int drop = 0; drop < 6; drop++) {
            graphics.fill(
                    new Ellipse2D.Double(
                            180 + random.nextInt(110),
                            170 + random.nextInt(90),
                            12 + random.nextInt(40),
                            10 + random.nextInt(34)));
        }
    }
}
