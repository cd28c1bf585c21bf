import { useMessages, type Messages } from "../i18n";
import "./files.css";

const messages = {
  picture: { zh: (name: string) => `图片 ${name}`, en: (name: string) => `Picture ${name}` },
} satisfies Messages;

/** A file of a message as the server tells it. */
export interface FileView {
  id: string;
  name: string;
  bytes: number;
  width: number | null;
  height: number | null;
  state: "FETCHING" | "CHECKING" | "READY" | "INFECTED" | "REFUSED";
  trouble: string | null;
  url: string | null;
}

export const sizeText = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Pictures as pictures, all else as a name with its size; what is not there says why. */
export function FileList({ files }: { files: readonly FileView[] }) {
  const t = useMessages(messages);
  if (files.length === 0) return null;
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          {file.url === null ? (
            <span className={file.state === "INFECTED" ? "file-chip bad" : "file-chip"}>
              <span className="cut">{file.name}</span>
              <span className="small">{file.trouble}</span>
            </span>
          ) : file.width !== null ? (
            <a href={file.url} target="_blank" rel="noreferrer noopener">
              <img
                src={file.url}
                alt={t.picture(file.name)}
                width={file.width}
                height={file.height ?? file.width}
                style={{ height: "auto" }}
              />
            </a>
          ) : (
            <a className="file-chip" href={file.url} target="_blank" rel="noreferrer noopener">
              <span className="cut">{file.name}</span>
              <span className="small">{sizeText(file.bytes)}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
