import { useState } from "react";
import { useMessages } from "../../i18n";
import { Button } from "./Button";
import { messages } from "./messages";
import { Problem } from "./Problem";

/** The rows behind the last one. */
export function More({ more }: { more: () => Promise<void> }) {
  const t = useMessages(messages);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const show = () => {
    setBusy(true);
    setError(null);
    more()
      .catch(setError)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Problem error={error} />
      <Button look="quiet" full busy={busy} onClick={show}>
        {t.more}
      </Button>
    </>
  );
}
