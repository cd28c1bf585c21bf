import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { newId } from "../../api/id";
import type { BotRecording, BotTrialView } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { botKey, useRecordings } from "./useBot";

/** Talks to the draft; what went well is recorded and compared before the next publishing. */
export function BenchPanel({ shop }: { shop: string }) {
  const t = useMessages(messages);
  const [customer, setCustomer] = useState("");
  const [text, setText] = useState("");
  const [said, setSaid] = useState<readonly string[]>([]);
  const who = customer.trim() === "" ? null : customer.trim();
  const talk = useMutation({
    mutationFn: (all: readonly string[]) =>
      api.post<BotTrialView>(`/api/v1/shops/${shop}/bot-trials`, { said: all, customer: who, draft: true }),
  });
  const answers = talk.data?.answers ?? [];
  const last = answers.at(-1);
  const over = last !== undefined && last.why !== null;
  const say = (words: string) => {
    if (words.trim() === "" || over) return;
    const all = [...said, words.trim()];
    setSaid(all);
    setText("");
    talk.mutate(all);
  };
  const again = () => {
    setSaid([]);
    talk.reset();
  };
  return (
    <Panel title={t.bench}>
      <div className="stack">
        <p className="muted small">{t.benchHint}</p>
        <Field label={t.customer}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={100}
              value={customer}
              disabled={said.length > 0}
              onChange={(event) => setCustomer(event.target.value)}
            />
          )}
        </Field>
        <ol className="bot-talk" aria-live="polite">
          {said.map((one, n) => (
            <li key={n}>
              <p className="mine keep-lines">{one}</p>
              {answers[n] !== undefined && (
                <p className="keep-lines">
                  {answers[n].text}
                  {answers[n].why !== null && ` [${t.toPeople}]`}
                </p>
              )}
            </li>
          ))}
        </ol>
        <ProblemNote error={talk.error} />
        {!over && last !== undefined && last.choices.length > 0 && (
          <div className="row wrap">
            {last.choices.map((one) => (
              <Button key={one} size="small" onClick={() => say(one)}>
                {one}
              </Button>
            ))}
          </div>
        )}
        <div className="row wrap">
          <Input
            className="grow"
            aria-label={t.say}
            placeholder={t.say}
            maxLength={1000}
            value={text}
            disabled={over}
            onChange={(event) => setText(event.target.value)}
            onPressEnter={() => say(text)}
          />
          <Button type="primary" loading={talk.isPending} disabled={over} onClick={() => say(text)}>
            {t.send}
          </Button>
          <Button disabled={said.length === 0} onClick={again}>
            {t.again}
          </Button>
        </div>
        <Recorded shop={shop} said={said} customer={who} />
      </div>
    </Panel>
  );
}

function Recorded({
  shop,
  said,
  customer,
}: {
  shop: string;
  said: readonly string[];
  customer: string | null;
}) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const [name, setName] = useState("");
  const found = useRecordings(shop);
  const known = (now: BotRecording[]) => queries.setQueryData(botKey("recordings", shop), now);
  const record = useMutation({
    mutationFn: () =>
      api.put<BotRecording[]>(`/api/v1/shops/${shop}/bot-recordings/${newId()}`, { name, customer, said }),
    onSuccess: (now) => {
      known(now);
      setName("");
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.delete<BotRecording[]>(`/api/v1/shops/${shop}/bot-recordings/${id}`),
    onSuccess: known,
  });
  return (
    <div className="stack tight">
      <strong>{t.recordings}</strong>
      <div className="row wrap">
        <Input
          className="grow"
          aria-label={t.recordingName}
          placeholder={t.recordingName}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button
          disabled={said.length === 0 || name.trim() === ""}
          loading={record.isPending}
          onClick={() => record.mutate()}
        >
          {t.record}
        </Button>
      </div>
      <ProblemNote error={found.error ?? record.error ?? remove.error} />
      {found.data?.length === 0 && <p className="muted small">{t.noRecordings}</p>}
      <ul className="bot-recordings">
        {found.data?.map((one) => (
          <li key={one.id} className="row">
            <span className="cut grow">
              {one.name} · {one.said.join(" / ")}
            </span>
            <Button size="small" type="text" danger onClick={() => remove.mutate(one.id)}>
              {t.remove}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
