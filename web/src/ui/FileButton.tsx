import { CloseOutlined, PaperClipOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useRef } from "react";
import { useMessages, type Messages } from "../i18n";
import { sizeText } from "./FileList";
import { MOST_FILES, type useFiles } from "./useFiles";
import "./files.css";

const messages = {
  attach: { zh: "添加附件", en: "Attach files" },
  remove: { zh: (name: string) => `移除 ${name}`, en: (name: string) => `Remove ${name}` },
} satisfies Messages;

type Files = ReturnType<typeof useFiles>;

/** Chooses files; the names of what was chosen are shown by {@link ChosenFiles}. */
export function FileButton({ of }: { of: Files }) {
  const t = useMessages(messages);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        type="text"
        icon={<PaperClipOutlined />}
        aria-label={t.attach}
        loading={of.sending}
        disabled={of.files.length >= MOST_FILES}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t.attach}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = "";
          void of.add(chosen);
        }}
      />
    </>
  );
}

export function ChosenFiles({ of }: { of: Files }) {
  const t = useMessages(messages);
  if (of.files.length === 0) return null;
  return (
    <ul className="files">
      {of.files.map((file) => (
        <li key={file.id} className="file-chip">
          <span className="cut">{file.name}</span>
          <span className="small muted">{sizeText(file.bytes)}</span>
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={t.remove(file.name)}
            onClick={() => of.remove(file.id)}
          />
        </li>
      ))}
    </ul>
  );
}
