import { useState } from "react";
import type { CodeAnswer, PublicShop } from "../contract";
import { useMessages } from "../../i18n";
import { useRead } from "../data";
import { newId } from "../../api/id";
import { useKept } from "../kept";
import { Button } from "../parts/Button";
import { Field } from "../parts/Field";
import { Problem } from "../parts/Problem";
import { server } from "../server";
import type { AskedCode } from "./CodeEntry";
import { messages } from "./messages";

interface AskCodeFormProps {
  shop: string | null;
  orderNumber: string | null;
  onAsked: (asked: AskedCode) => void;
}

/** Which order, and where the one-time code shall go. */
export function AskCodeForm({ shop, orderNumber, onAsked }: AskCodeFormProps) {
  const t = useMessages(messages);
  const shops = useRead<PublicShop[]>("/api/v1/public/shops");
  const [typed, setTyped] = useKept("enter", () => ({
    shop: shop ?? "",
    orderNumber: orderNumber ?? "",
    contact: "",
  }));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const only = shops.data?.length === 1 ? shops.data[0]?.id : undefined;
  const chosen = only ?? typed.shop;
  const wrong = {
    shop: chosen === "" ? t.needShop : null,
    orderNumber: typed.orderNumber.trim() === "" ? t.needOrderNumber : null,
  };

  const ask = () => {
    setTried(true);
    if (wrong.shop !== null || wrong.orderNumber !== null) return;
    setBusy(true);
    setError(null);
    askForCode(chosen, typed.orderNumber.trim(), typed.contact.trim())
      .then(onAsked, setError)
      .finally(() => setBusy(false));
  };

  return (
    <form
      className="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) ask();
      }}
    >
      {only === undefined && (
        <Field label={t.shop} wrong={tried ? wrong.shop : null}>
          {(field) => (
            <select
              {...field}
              className="input"
              value={chosen}
              onChange={(event) => setTyped((before) => ({ ...before, shop: event.target.value }))}
            >
              <option value="">{t.chooseShop}</option>
              {(shops.data ?? []).map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={t.orderNumber} help={t.orderNumberHelp} wrong={tried ? wrong.orderNumber : null}>
        {(field) => (
          <input
            {...field}
            className="input"
            value={typed.orderNumber}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={64}
            onChange={(event) => setTyped((before) => ({ ...before, orderNumber: event.target.value }))}
          />
        )}
      </Field>
      <Field label={t.contact} help={t.contactHelp} optional>
        {(field) => (
          <input
            {...field}
            className="input"
            value={typed.contact}
            autoComplete="tel"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={120}
            onChange={(event) => setTyped((before) => ({ ...before, contact: event.target.value }))}
          />
        )}
      </Field>
      <Problem error={error ?? shops.error} onAgain={error === null ? shops.again : undefined} />
      <Button type="submit" full busy={busy}>
        {t.sendCode}
      </Button>
    </form>
  );
}

export async function askForCode(shop: string, orderNumber: string, contact: string): Promise<AskedCode> {
  const codeId = newId();
  const sent = await server.put<CodeAnswer>(`/api/v1/portal/codes/${codeId}`, {
    shop,
    orderNumber,
    ...(contact === "" ? {} : { contact }),
  });
  return {
    codeId,
    shop,
    orderNumber,
    contact,
    sentTo: sent.sentTo,
    minutes: Math.max(1, Math.round(sent.validSeconds / 60)),
    askedAt: Date.now(),
  };
}
