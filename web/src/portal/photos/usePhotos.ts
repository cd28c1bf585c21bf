import { useCallback, useEffect, useRef, useState } from "react";
import { asProblem } from "../../api/problems";
import type { UploadedEvidence } from "../contract";
import { newId } from "../../api/id";
import { isReachable, server, watchReach } from "../server";
import { downscale, UnreadablePicture } from "../../ui/downscale";

export const MOST_PHOTOS = 9;

export interface Photo {
  /** Chosen here, so that sending it again stores it once. */
  id: string;
  state: "preparing" | "sending" | "failed" | "unreadable" | "refused" | "gone" | "done";
  share: number;
  /** What to show: the local picture, or the stored one after a reload. */
  src: string | null;
  url: string | null;
  /** What the server said when it refused it. */
  because?: string;
}

/** What is worth keeping of a photo over a reload: its id, and where it is stored if it is. */
export interface KeptPhoto {
  id: string;
  url: string | null;
}

/** The pictures of this tab: a screen that is left and opened again can still send them. */
const pictures = new Map<string, { blob: Blob; src: string }>();

/**
 * Photos are sent while the customer is still writing. Each can fail, be sent again and be taken out by
 * itself, and what failed for want of a connection goes on by itself when it is back.
 */
export function usePhotos(before: KeptPhoto[], onKept: (photos: KeptPhoto[]) => void) {
  const [photos, setPhotos] = useState<Photo[]>(() => before.map(photoAgain));
  const known = useRef(photos);

  const change = useCallback(
    (next: (photos: Photo[]) => Photo[]) => {
      known.current = next(known.current);
      setPhotos(known.current);
      onKept(
        known.current
          .filter((photo) => photo.state !== "unreadable" && photo.state !== "refused")
          .map(({ id, url }) => ({ id, url })),
      );
    },
    [onKept],
  );
  const update = useCallback(
    (id: string, part: Partial<Photo>) =>
      change((all) => all.map((photo) => (photo.id === id ? { ...photo, ...part } : photo))),
    [change],
  );

  const send = useCallback(
    async (id: string) => {
      const picture = pictures.get(id);
      if (picture === undefined) return;
      update(id, { state: "sending", share: 0 });
      const form = new FormData();
      form.append("file", picture.blob, "photo.jpg");
      try {
        const stored = await server.upload<UploadedEvidence>(`/api/v1/portal/evidence/${id}`, form, (share) =>
          update(id, { share }),
        );
        update(id, { state: "done", share: 1, url: stored.url });
      } catch (error) {
        const problem = asProblem(error);
        const refused =
          problem.status >= 400 && problem.status < 500 && ![401, 408, 429].includes(problem.status);
        update(id, refused ? { state: "refused", because: problem.title } : { state: "failed" });
      }
    },
    [update],
  );

  const add = useCallback(
    async (files: File[]) => {
      const room = MOST_PHOTOS - known.current.length;
      for (const file of files.slice(0, Math.max(0, room))) {
        const id = newId();
        change((all) => [...all, { id, state: "preparing", share: 0, src: null, url: null }]);
        try {
          const blob = await downscale(file);
          const src = URL.createObjectURL(blob);
          pictures.set(id, { blob, src });
          update(id, { src });
          await send(id);
        } catch (error) {
          if (!(error instanceof UnreadablePicture)) throw error;
          update(id, { state: "unreadable" });
        }
      }
    },
    [change, send, update],
  );

  const remove = useCallback(
    (id: string) => {
      const picture = pictures.get(id);
      if (picture !== undefined) URL.revokeObjectURL(picture.src);
      pictures.delete(id);
      change((all) => all.filter((photo) => photo.id !== id));
    },
    [change],
  );

  useEffect(
    () =>
      watchReach(() => {
        if (!isReachable()) return;
        for (const photo of known.current) if (photo.state === "failed") void send(photo.id);
      }),
    [send],
  );

  return { photos, add, remove, send };
}

export const stillSending = (photos: Photo[]) =>
  photos.some((photo) => photo.state === "preparing" || photo.state === "sending");

export const storedIds = (photos: Photo[]) =>
  photos.filter((photo) => photo.state === "done").map((photo) => photo.id);

function photoAgain({ id, url }: KeptPhoto): Photo {
  const picture = pictures.get(id);
  if (url !== null) return { id, state: "done", share: 1, src: picture?.src ?? url, url };
  return { id, state: picture === undefined ? "gone" : "failed", share: 0, src: picture?.src ?? null, url };
}
