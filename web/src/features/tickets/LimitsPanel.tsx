import { InputNumber, Select } from "antd";
import type { TicketSettings, TicketSettingsView } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { Panel } from "../../ui/Panel";
import { settingsMessages } from "./settingsMessages";
import { departments, type Department } from "./words";

const LIMITS = [
  "simpleHours",
  "complexHours",
  "complaintHours",
  "confirmHours",
  "readHours",
  "escalateMinutes",
  "repeatDays",
] as const;

/** How long things may take, in the house and in its departments. */
export function LimitsPanel({
  settings,
  teams,
  change,
}: {
  settings: TicketSettings;
  teams: TicketSettingsView["teams"];
  change: (part: Partial<TicketSettings>) => void;
}) {
  const t = useMessages(settingsMessages);
  const spoken = useLanguage();
  const { limits, parties } = settings;
  const setParty = (party: Department, limitMinutes: number | null) => {
    const others = parties.filter((one) => one.party !== party);
    change({ parties: limitMinutes === null ? others : [...others, { party, limitMinutes }] });
  };
  return (
    <>
      <Panel title={t.limits}>
        <div className="ticket-fields">
          {LIMITS.map((name) => (
            <Field key={name} label={t[name]}>
              {(ids) => (
                <InputNumber
                  {...ids}
                  min={1}
                  precision={0}
                  value={limits[name]}
                  onChange={(value) => {
                    if (value !== null) change({ limits: { ...limits, [name]: value } });
                  }}
                />
              )}
            </Field>
          ))}
          <TeamField label={t.team} team={settings.team} teams={teams} change={(team) => change({ team })} />
        </div>
      </Panel>
      <Panel title={t.departments}>
        <p className="muted small">{t.departmentsHint}</p>
        <div className="ticket-fields">
          {(Object.keys(departments) as Department[]).map((party) => (
            <Field key={party} label={departments[party][spoken]}>
              {(ids) => (
                <InputNumber
                  {...ids}
                  min={5}
                  precision={0}
                  value={parties.find((one) => one.party === party)?.limitMinutes ?? null}
                  onChange={(value) => setParty(party, value)}
                />
              )}
            </Field>
          ))}
        </div>
      </Panel>
    </>
  );
}

/** One of the shop's teams, or none. */
export function TeamField({
  label,
  team,
  teams,
  change,
}: {
  label: string;
  team: string | null;
  teams: TicketSettingsView["teams"];
  change: (team: string | null) => void;
}) {
  const t = useMessages(settingsMessages);
  const spoken = useLanguage();
  return (
    <Field label={label}>
      {(ids) => (
        <Select<string | null>
          {...ids}
          allowClear
          placeholder={t.none}
          value={team}
          onChange={(next: string | null | undefined) => change(next ?? null)}
          options={teams.map((one) => ({ value: one.id, label: spoken === "zh" ? one.nameZh : one.nameEn }))}
        />
      )}
    </Field>
  );
}
