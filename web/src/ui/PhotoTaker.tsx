import { Button } from "antd";
import { useRef, useState } from "react";
import { upload } from "../api/client";
import { newId } from "../api/id";
import { useMessages, type Messages } from "../i18n";
import { downscale } from "./downscale";
import "./PhotoTaker.css";
import { ProblemNote } from "./ProblemNote";

const messages = {
  take: { zh: "拍照 / 选择照片", en: "Take or choose photos" },
  taken: { zh: (n: number) => `照片 ${n}`, en: (n: number) => `Photo ${n}` },
  sending: { zh: "上传中", en: "Sending" },
} satisfies Messages;

export interface Photo {
  id: string;
  url: string;
}

/** Photos that are with the server as soon as they are taken; `folder` is where they are sent to by their id. */
export function PhotoTaker({
  folder,
  photos,
  onChange,
}: {
  folder: string;
  photos: Photo[];
  onChange: (photos: Photo[]) => void;
}) {
  const t = useMessages(messages);
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(0);
  const [error, setError] = useState<unknown>(null);

  const send = async (files: File[]) => {
    setError(null);
    setSending(files.length);
    const kept = [...photos];
    try {
      for (const file of files) {
        const form = new FormData();
        form.append("file", await downscale(file), "photo.jpg");
        kept.push(await upload<Photo>("PUT", `${folder}/${newId()}`, form));
        onChange([...kept]);
      }
    } catch (problem) {
      setError(problem);
    } finally {
      setSending(0);
    }
  };

  return (
    <div className="stack tight">
      <div className="photo-taker">
        {photos.map((photo, index) => (
          <img key={photo.id} src={photo.url} alt={t.taken(index + 1)} />
        ))}
        <Button loading={sending > 0} onClick={() => input.current?.click()}>
          {sending > 0 ? t.sending : t.take}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture="environment"
        multiple
        hidden
        aria-label={t.take}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = "";
          if (files.length > 0) void send(files);
        }}
      />
      <ProblemNote error={error} />
    </div>
  );
}
