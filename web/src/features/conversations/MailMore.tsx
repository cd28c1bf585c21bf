import { useState } from "react";
import type { Said } from "../../api/views";
import { useMessages } from "../../i18n";
import { messages } from "./messages";

/** A page that the server made safe runs in a frame that may do nothing, and loads nothing. */
const framed = (html: string) =>
  `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><style>body{font:14px/1.5 sans-serif;margin:8px;overflow-wrap:anywhere}table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:2px 6px}</style>${html}`;

/** What was said before, folded; and the mail as its sender laid it out. */
export function MailMore({ of }: { of: NonNullable<Said["mail"]> }) {
  const t = useMessages(messages);
  const [open, setOpen] = useState(false);
  return (
    <>
      {of.history !== null && (
        <details className="small">
          <summary>{t.history}</summary>
          <p className="keep-lines muted">{of.history}</p>
        </details>
      )}
      {of.html !== null && (
        <details className="small talk-mail" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t.original}</summary>
          {open && <iframe title={t.original} sandbox="allow-popups" srcDoc={framed(of.html)} />}
        </details>
      )}
    </>
  );
}
