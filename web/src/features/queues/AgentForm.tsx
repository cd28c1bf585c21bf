import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, InputNumber, Modal, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import type { AgentOnFloor, RoutingView } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { messages } from "./messages";
import { put } from "./arrange";

type Skill = AgentOnFloor["skills"][number];

const LANGUAGES = ["en", "ja", "es", "th", "vi", "id", "ms"];
const DATE_LENGTH = "2026-11-13".length;

/** Shown and chosen as the reader's own day; the skill holds to its end. */
const dayOf = (until: string | null) =>
  until === null ? "" : new Date(until).toLocaleDateString("sv").slice(0, DATE_LENGTH);
const endOf = (day: string) => (day === "" ? null : new Date(`${day}T23:59:59`).toISOString());

export function AgentForm({
  shop,
  agent,
  teams,
  onClose,
}: {
  shop: string;
  agent: AgentOnFloor;
  teams: RoutingView["teams"];
  onClose: () => void;
}) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const [capacity, setCapacity] = useState(agent.capacity);
  const [skills, setSkills] = useState<Skill[]>(agent.skills);
  const save = useMutation({
    mutationFn: () => api.put(`/api/v1/shops/${shop}/agents/${agent.id}`, { capacity, skills }),
    onSuccess: () => {
      void toast.success(t.saved);
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["floor", shop] }),
  });
  const options = [
    ...teams.map((one) => ({ value: one.id, label: spoken === "zh" ? one.nameZh : one.nameEn })),
    ...LANGUAGES.map((one) => ({ value: `lang:${one}`, label: one })),
  ];
  const free = options.find((one) => skills.every((skill) => skill.skill !== one.value));
  return (
    <Modal
      open
      title={agent.name}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={save.isPending}
      mask={{ closable: false }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={t.capacity} hint={t.capacityHint}>
          {(ids) => (
            <InputNumber
              {...ids}
              min={1}
              max={100}
              precision={0}
              value={capacity}
              onChange={(value) => setCapacity(value ?? 1)}
            />
          )}
        </Field>
        {skills.map((skill, at) => (
          <div className="row wrap" key={skill.skill}>
            <Select
              aria-label={t.skill}
              className="grow"
              value={skill.skill}
              onChange={(name) => setSkills(put(skills, at, { ...skill, skill: name }))}
              options={options}
            />
            <Select
              aria-label={t.level}
              value={skill.level}
              onChange={(level) => setSkills(put(skills, at, { ...skill, level }))}
              options={[0, 1, 2, 3, 4, 5].map((value) => ({
                value,
                label: value === 0 ? t.notThis : String(value),
              }))}
            />
            <Input
              type="date"
              aria-label={t.until}
              title={skill.until === null ? t.forever : t.until}
              style={{ width: 150 }}
              value={dayOf(skill.until)}
              onChange={(event) => setSkills(put(skills, at, { ...skill, until: endOf(event.target.value) }))}
            />
            <Button size="small" danger onClick={() => setSkills(skills.filter((_, index) => index !== at))}>
              {t.remove}
            </Button>
          </div>
        ))}
        <Button
          disabled={free === undefined}
          onClick={() =>
            free !== undefined && setSkills([...skills, { skill: free.value, level: 1, until: null }])
          }
        >
          {t.addSkill}
        </Button>
        <ProblemNote error={save.error} />
      </div>
    </Modal>
  );
}
