import { useState } from "react";
import type { PortalCase } from "../contract";
import { useMessages } from "../../i18n";
import { writeToClipboard } from "../../ui/clipboard";
import { Button } from "../parts/Button";
import { messages } from "./messages";

/** Where the goods go, ready for the carrier's form; a shop that has not said so is asked, and must answer. */
export function WhereTo({ to }: { to: PortalCase["returnTo"] }) {
  const t = useMessages(messages);
  const [copied, setCopied] = useState(false);
  if (!to) return <p className="notice warm">{t.noAddress}</p>;
  const copy = async () => {
    await writeToClipboard([to.name, to.phone, to.address].join("\n"));
    setCopied(true);
  };
  return (
    <div className="where-to">
      <span className="label">{t.sendTo}</span>
      <address>
        <strong>{to.name}</strong> <span className="number">{to.phone}</span>
        <br />
        {to.address}
      </address>
      <Button look="quiet" onClick={() => void copy()}>
        <span aria-live="polite">{copied ? t.copied : t.copyAddress}</span>
      </Button>
    </div>
  );
}
