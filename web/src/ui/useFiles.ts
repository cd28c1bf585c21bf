import { useState } from "react";
import { upload } from "../api/client";
import { newId } from "../api/id";
import type { FileView } from "./FileList";

/** Of one message. */
export const MOST_FILES = 10;

/** Files that are with the server as soon as they are chosen; `folder` is where they are sent to by their id. */
export function useFiles(folder: string) {
  const [files, setFiles] = useState<readonly FileView[]>([]);
  const [sending, setSending] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const add = async (chosen: readonly File[]) => {
    setError(null);
    const room = chosen.slice(0, MOST_FILES - files.length);
    setSending((n) => n + room.length);
    for (const file of room) {
      try {
        const form = new FormData();
        form.append("file", file, file.name);
        const kept = await upload<FileView>("PUT", `${folder}/${newId()}`, form);
        setFiles((now) => [...now, kept]);
      } catch (problem) {
        setError(problem);
      } finally {
        setSending((n) => n - 1);
      }
    }
  };
  return {
    files,
    add,
    remove: (id: string) => setFiles((now) => now.filter((one) => one.id !== id)),
    clear: () => setFiles([]),
    sending: sending > 0,
    error,
  };
}
