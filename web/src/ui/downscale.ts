/** No evidence needs more than this, and a phone's 12 MB original takes minutes over a bad line. */
export const LONGEST_EDGE = 2000;
const JPEG_QUALITY = 0.85;

/** A picture that this browser cannot open (some HEIC, a broken file, no picture at all). */
export class UnreadablePicture extends Error {}

export interface Size {
  width: number;
  height: number;
}

/** The largest size of the same shape whose longest edge fits; never larger than it is. */
export function fitWithin({ width, height }: Size, longest: number = LONGEST_EDGE): Size {
  const scale = Math.min(1, longest / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

/**
 * A JPEG of at most 2,000 pixels, upright whatever the EXIF orientation says, without the place and time that
 * cameras hide in a picture.
 */
export async function downscale(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => {
    throw new UnreadablePicture();
  });
  try {
    const size = fitWithin(picture);
    const canvas = document.createElement("canvas");
    canvas.width = size.width;
    canvas.height = size.height;
    const pen = canvas.getContext("2d");
    if (pen === null) throw new UnreadablePicture();
    pen.fillStyle = "#fff"; // JPEG has no transparency; a transparent screenshot would turn black.
    pen.fillRect(0, 0, size.width, size.height);
    pen.imageSmoothingQuality = "high";
    pen.drawImage(picture, 0, 0, size.width, size.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob(
        (blob) => (blob === null ? reject(new UnreadablePicture()) : resolve(blob)),
        "image/jpeg",
        JPEG_QUALITY,
      );
    });
  } finally {
    picture.close();
  }
}
