import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useNamesOf } from "../../api/names";
import type { AgentOnFloor, FloorView, RoutingView } from "../../api/views";
import { useMessages } from "../../i18n";
import { Nothing } from "../../ui/Nothing";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { Table } from "../../ui/Table";
import { AgentForm } from "./AgentForm";
import { messages } from "./messages";

export function Agents({ shop, teams }: { shop: string; teams: RoutingView["teams"] }) {
  const t = useMessages(messages);
  const [form, setForm] = useState<AgentOnFloor | null>(null);
  const floor = useQuery({
    queryKey: ["floor", shop],
    queryFn: ({ signal }) => api.get<FloorView>(`/api/v1/shops/${shop}/floor`, { signal }),
  });
  const teamName = useNamesOf(teams);
  const named = (skill: string) => teamName(skill).replace("lang:", "");
  const skillsOf = (agent: AgentOnFloor) => {
    const set = agent.skills.map((one) => one.skill);
    return [
      ...agent.teams.filter((team) => !set.includes(team)).map(named),
      ...agent.skills.map((one) =>
        one.level === 0 ? `${named(one.skill)} (${t.notThis})` : `${named(one.skill)} ${one.level}`,
      ),
    ].join(" · ");
  };
  return (
    <Panel title={t.people}>
      <p className="muted small">{t.peopleHint}</p>
      <ProblemNote error={floor.error} retry={() => void floor.refetch()} />
      {floor.data?.agents.length === 0 && <Nothing title={t.peopleNone} hint={t.peopleHint} />}
      {floor.data !== undefined && floor.data.agents.length > 0 && (
        <Table
          label={t.people}
          rows={floor.data.agents}
          rowKey={(agent) => agent.id}
          columns={[
            { key: "name", title: t.name, cell: (agent) => agent.name },
            { key: "skills", title: t.skills, cell: skillsOf },
            {
              key: "capacity",
              title: t.capacity,
              align: "end",
              cell: (agent) => <span className="nums">{agent.capacity}</span>,
            },
            {
              key: "acts",
              title: "",
              align: "end",
              cell: (agent) => (
                <Button size="small" onClick={() => setForm(agent)}>
                  {t.edit}
                </Button>
              ),
            },
          ]}
        />
      )}
      {form !== null && (
        <AgentForm key={form.id} shop={shop} agent={form} teams={teams} onClose={() => setForm(null)} />
      )}
    </Panel>
  );
}
