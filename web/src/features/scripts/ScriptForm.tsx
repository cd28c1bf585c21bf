import { useQuery } from "@tanstack/react-query";
import { App, Button, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useMay } from "../../api/session";
import type { IntentsView, ScriptVersion } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { CHANNELS, languages, messages, MOODS, SCENES, STATES, TONES } from "./messages";
import { useScriptAct } from "./useScripts";
import { WordingCheck } from "./WordingCheck";

const FRESH_DAYS = 180;

export interface ScriptDraft {
  scene: string;
  intents: string[];
  emotion: (typeof MOODS)[number];
  tone: (typeof TONES)[number];
  channel: (typeof CHANNELS)[number];
  state: (typeof STATES)[number];
  text: string;
  freshDays: number;
}

export const EMPTY: ScriptDraft = {
  scene: "order",
  intents: [],
  emotion: "NEUTRAL",
  tone: "WARM",
  channel: "ANY",
  state: "ANY",
  text: "",
  freshDays: FRESH_DAYS,
};

export function draftOf(version: ScriptVersion, freshDays: number): ScriptDraft {
  const { scene, emotion, tone, channel, state, text } = version;
  return {
    scene,
    emotion,
    tone,
    channel,
    state,
    text,
    freshDays,
    intents: version.intents.map((one) => one.key),
  };
}

/** What is said and when it fits; saved as a draft beside what is live. */
export function ScriptForm({
  shop,
  which,
  revision,
  start,
  onSaved,
}: {
  shop: string;
  /** Null: its key is chosen here. */
  which: string | null;
  revision: number;
  start: ScriptDraft;
  onSaved?: (which: string) => void;
}) {
  const t = useMessages(messages);
  const { message: toast } = App.useApp();
  const mayWrite = useMay("SCRIPT_WRITE");
  const [draft, setDraft] = useState(start);
  const [key, setKey] = useState("");
  const [language, setLanguage] = useState("zh");
  const name = which ?? `${key}/${language}`;
  const { act } = useScriptAct(shop, name);
  const intents = useQuery({
    queryKey: ["intents", shop],
    queryFn: ({ signal }) => api.get<IntentsView>(`/api/v1/shops/${shop}/intents`, { signal }),
  });
  const set = (change: Partial<ScriptDraft>) => setDraft({ ...draft, ...change });
  const ready = draft.text.trim() !== "" && draft.intents.length > 0 && (which !== null || key !== "");
  const save = () =>
    act.mutate(
      { what: "draft", revision, body: draft },
      {
        onSuccess: () => {
          void toast.success(t.saved);
          onSaved?.(name);
        },
      },
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && mayWrite) save();
      }}
    >
      {which === null && (
        <>
          <Field label={t.key} hint={t.keyHint}>
            {(ids) => (
              <Input {...ids} maxLength={64} value={key} onChange={(e) => setKey(e.target.value.trim())} />
            )}
          </Field>
          <Field label={t.language}>
            {(ids) => (
              <Select
                {...ids}
                value={language}
                onChange={setLanguage}
                options={Object.entries(languages).map(([value, label]) => ({ value, label }))}
              />
            )}
          </Field>
        </>
      )}
      <Field label={t.text} hint={t.textHint}>
        {(ids) => (
          <Input.TextArea
            {...ids}
            autoSize={{ minRows: 4, maxRows: 12 }}
            maxLength={2000}
            disabled={!mayWrite}
            value={draft.text}
            onChange={(e) => set({ text: e.target.value })}
          />
        )}
      </Field>
      <WordingCheck
        shop={shop}
        text={draft.text}
        language={name.slice(name.lastIndexOf("/") + 1)}
        template
        write={(text) => set({ text })}
      />
      <Field label={t.intents}>
        {(ids) => (
          <Select
            {...ids}
            mode="multiple"
            maxCount={10}
            disabled={!mayWrite}
            loading={intents.isPending}
            value={draft.intents}
            onChange={(chosen: string[]) => set({ intents: chosen })}
            showSearch={{ optionFilterProp: "label" }}
            options={(intents.data?.intents ?? []).map((one) => ({ value: one.key, label: one.name }))}
          />
        )}
      </Field>
      <div className="row wrap">
        <Choice
          label={t.scene}
          value={draft.scene}
          of={SCENES}
          say={(one) => t[`scene_${one}`]}
          on={(scene) => set({ scene })}
        />
        <Choice
          label={t.emotion}
          value={draft.emotion}
          of={MOODS}
          say={(one) => t[`mood_${one}`]}
          on={(emotion) => set({ emotion })}
        />
        <Choice
          label={t.when}
          value={draft.state}
          of={STATES}
          say={(one) => t[`state_${one}`]}
          on={(state) => set({ state })}
        />
        <Choice
          label={t.tone}
          value={draft.tone}
          of={TONES}
          say={(one) => t[`tone_${one}`]}
          on={(tone) => set({ tone })}
        />
        <Choice
          label={t.channel}
          value={draft.channel}
          of={CHANNELS}
          say={(one) => t[`channel_${one}`]}
          on={(channel) => set({ channel })}
        />
        <Field label={t.freshDays}>
          {(ids) => (
            <InputNumber
              {...ids}
              min={1}
              max={730}
              value={draft.freshDays}
              onChange={(days) => set({ freshDays: days ?? FRESH_DAYS })}
            />
          )}
        </Field>
      </div>
      <ProblemNote error={act.error} />
      <Button
        type="primary"
        htmlType="submit"
        disabled={!ready || !mayWrite}
        {...(mayWrite ? {} : { title: t.noRight })}
        loading={act.isPending}
      >
        {t.save}
      </Button>
    </form>
  );
}

function Choice<T extends string>({
  label,
  value,
  of,
  say,
  on,
}: {
  label: string;
  value: string;
  of: readonly T[];
  say: (one: T) => string;
  on: (next: T) => void;
}) {
  const known: { value: string; label: string }[] = of.map((one) => ({ value: one, label: say(one) }));
  return (
    <Field label={label}>
      {(ids) => (
        <Select
          {...ids}
          style={{ minWidth: 130 }}
          value={value}
          onChange={(next: string) => {
            const chosen = of.find((one) => one === next);
            if (chosen !== undefined) on(chosen);
          }}
          options={known.some((one) => one.value === value) ? known : [...known, { value, label: value }]}
        />
      )}
    </Field>
  );
}
