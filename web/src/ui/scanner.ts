/** What browsers that can read codes offer; the others have a keyboard, and hand scanners type. */
interface Detector {
  detect: (source: CanvasImageSource) => Promise<{ rawValue: string }[]>;
}

type DetectorMaker = new (options?: { formats?: string[] }) => Detector;

const maker = () => (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector;

export const canScan = (): boolean => maker() !== undefined && "mediaDevices" in navigator;

/** Looks through the camera until something is read or `signal` says stop. */
export async function scanWith(video: HTMLVideoElement, signal: AbortSignal): Promise<string | null> {
  const Made = maker();
  if (Made === undefined) return null;
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  try {
    video.srcObject = stream;
    await video.play();
    const detector = new Made();
    while (!signal.aborted) {
      const [found] = await detector.detect(video);
      if (found !== undefined) return found.rawValue;
      await new Promise((wake) => requestAnimationFrame(wake));
    }
    return null;
  } finally {
    stream.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
  }
}
