import { useState } from "react";
import { formatDateTime, useLanguage, useMessages } from "../../i18n";
import { hashOf } from "../answer/hash";
import type { OutsideRequest } from "../contract";
import { learn, useRead } from "../data";
import { Button } from "../parts/Button";
import { Field } from "../parts/Field";
import { Heading } from "../parts/Heading";
import { Problem } from "../parts/Problem";
import { Waiting } from "../parts/Waiting";
import { server } from "../server";
import { messages } from "./messages";

/** What somebody outside is asked, by the link of a mail: they read it and answer it, without signing in. */
export function OutsidePage() {
  const t = useMessages(messages);
  const token = hashOf("t");
  return (
    <>
      <Heading>{t.title}</Heading>
      {token === null ? (
        <p className="notice bad">{t.badLink}</p>
      ) : (
        <Asked path={`/api/v1/portal/outside-requests/${encodeURIComponent(token)}`} />
      )}
    </>
  );
}

function Asked({ path }: { path: string }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const reading = useRead<OutsideRequest>(path);
  const it = reading.data;
  if (it === null)
    return reading.error === null ? (
      <Waiting heights={[120, 160]} />
    ) : (
      <>
        <p className="notice bad">{t.badLink}</p>
        <Problem error={reading.error} onAgain={reading.again} />
      </>
    );
  const facts = [
    [t.order, it.orderNo],
    [t.parcel, it.trackingNo],
    [t.products, it.products.map((one) => one.title ?? one.sku ?? "").join("、")],
  ].filter(([, value]) => value);
  return (
    <>
      <section className="card">
        <p className="small soft">{t.about(it.shopName, it.ticketNo)}</p>
        <strong>{it.title}</strong>
        {facts.map(([name, value]) => (
          <p key={name} className="small">
            {name}: {value}
          </p>
        ))}
        {it.words.map((word) => (
          <p key={word.at + word.text} style={{ whiteSpace: "pre-wrap" }}>
            <span className="small soft">
              {word.theirs ? t.theirs : t.ours} · {formatDateTime(word.at, spoken)}
            </span>
            <br />
            {word.text}
          </p>
        ))}
        {it.dueAt && <p className="small soft">{t.by(formatDateTime(it.dueAt, spoken))}</p>}
      </section>
      <section className="card" aria-live="polite">
        {it.state === "ANSWERED" && <strong>{t.thanks}</strong>}
        {it.state === "ASKED_BACK" && <strong>{t.asked}</strong>}
        {it.state === "ASKED" && <Answering path={path} />}
      </section>
    </>
  );
}

function Answering({ path }: { path: string }) {
  const t = useMessages(messages);
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (what: "answer" | "question") => {
    setBusy(true);
    setError(null);
    try {
      learn(path, await server.put<OutsideRequest>(`${path}/${what}`, { text: text.trim() }));
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  const because = text.trim() === "" ? t.sendFirst : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (because === null) void send("answer");
      }}
    >
      <Field label={t.answer} help={t.askHelp}>
        {(props) => (
          <textarea
            {...props}
            className="input"
            rows={5}
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {error !== null && <Problem error={error} />}
      <div className="choices">
        <Button type="submit" full busy={busy} because={because}>
          {t.send}
        </Button>
        <Button full look="quiet" busy={busy} because={because} onClick={() => void send("question")}>
          {t.ask}
        </Button>
      </div>
    </form>
  );
}
