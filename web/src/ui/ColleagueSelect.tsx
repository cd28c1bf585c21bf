import { Select } from "antd";
import { type Messages, useLanguage, useMessages } from "../i18n";

const messages = {
  colleagues: { zh: "同事", en: "Colleagues" },
  teams: { zh: "团队", en: "Teams" },
} satisfies Messages;

interface Props {
  ids: { id: string; "aria-describedby"?: string };
  people: readonly { id: string; name: string }[];
  teams: readonly { id: string; nameZh: string; nameEn: string }[];
  /** What one may choose besides. */
  besides?: { value: string; label: string }[];
  value: string | null;
  onChange: (chosen: string) => void;
}

/** A colleague (`person:ID`) or a team (`team:ID`), found by typing. */
export function ColleagueSelect({ ids, people, teams, besides = [], value, onChange }: Props) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  return (
    <Select
      {...ids}
      autoFocus
      showSearch={{ optionFilterProp: "label" }}
      style={{ width: "100%" }}
      value={value}
      onChange={onChange}
      options={[
        ...besides,
        {
          label: t.colleagues,
          options: people.map((one) => ({ value: `person:${one.id}`, label: one.name })),
        },
        {
          label: t.teams,
          options: teams.map((one) => ({
            value: `team:${one.id}`,
            label: spoken === "zh" ? one.nameZh : one.nameEn,
          })),
        },
      ]}
    />
  );
}

/** The two halves of what was chosen. */
export function chosenOf(value: string | null): { person: string | null; team: string | null } {
  const [kind, id = null] = (value ?? "").split(/:(.*)/s);
  return { person: kind === "person" ? id : null, team: kind === "team" ? id : null };
}
