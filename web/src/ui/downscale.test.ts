import { afterEach, describe, expect, it, vi } from "vitest";
import { downscale, fitWithin, UnreadablePicture } from "./downscale";

describe("photos before they are sent", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("fits the longest edge into 2000 pixels and keeps the shape", () => {
    expect(fitWithin({ width: 4000, height: 3000 })).toEqual({ width: 2000, height: 1500 });
    expect(fitWithin({ width: 3000, height: 4000 })).toEqual({ width: 1500, height: 2000 });
    expect(fitWithin({ width: 2001, height: 10 })).toEqual({ width: 2000, height: 10 });
  });

  it("never makes a picture larger, nor thinner than a pixel", () => {
    expect(fitWithin({ width: 800, height: 600 })).toEqual({ width: 800, height: 600 });
    expect(fitWithin({ width: 20_000, height: 3 })).toEqual({ width: 2000, height: 1 });
  });

  it("draws it upright as EXIF says and sends a JPEG", async () => {
    const close = vi.fn();
    const open = vi.fn(() => Promise.resolve({ width: 3000, height: 4000, close }));
    vi.stubGlobal("createImageBitmap", open);
    const drawn: number[][] = [];
    const pen = {
      fillRect: vi.fn(),
      drawImage: (_picture: unknown, ...place: number[]) => drawn.push(place),
    };
    vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(
      pen as unknown as CanvasRenderingContext2D,
    );
    vi.spyOn(HTMLCanvasElement.prototype, "toBlob").mockImplementation((done, type) =>
      done(new Blob(["jpeg"], { type: type ?? "" })),
    );

    const result = await downscale(new Blob(["heic"]));

    expect(open).toHaveBeenCalledWith(expect.any(Blob), { imageOrientation: "from-image" });
    expect(drawn).toEqual([[0, 0, 1500, 2000]]);
    expect(result.type).toBe("image/jpeg");
    expect(close).toHaveBeenCalledOnce();
  });

  it("says so when the file is no picture", async () => {
    vi.stubGlobal("createImageBitmap", () =>
      Promise.reject(new DOMException("no picture", "InvalidStateError")),
    );
    await expect(downscale(new Blob(["text"]))).rejects.toBeInstanceOf(UnreadablePicture);
  });
});
