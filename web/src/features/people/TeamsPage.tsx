import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Input, Modal, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useNamesOf } from "../../api/names";
import { useSession, useShopName } from "../../api/session";
import type { TeamView } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { Nothing } from "../../ui/Nothing";
import { PagedTable } from "../../ui/PagedTable";
import { ProblemNote } from "../../ui/ProblemNote";
import { useTeams } from "./lists";
import { messages } from "./messages";
import { ownId, RemoveOwn, useRemoveOwn } from "./own";

export function TeamsPage() {
  const t = useMessages(messages);
  const shopName = useShopName();
  const teams = useTeams();
  const nameOf = useNamesOf(teams.data);
  const [form, setForm] = useState<TeamView | "new" | null>(null);
  const remove = useRemoveOwn("teams");
  return (
    <>
      <div className="page-head">
        <h1>{t.teams}</h1>
        <Button type="primary" onClick={() => setForm("new")}>
          {t.newTeam}
        </Button>
        <p className="muted">{t.teamsHint}</p>
      </div>
      <ProblemNote error={remove.error} />
      <PagedTable
        label={t.teams}
        list={{ items: teams.data, error: teams.error, refetch: teams.refetch }}
        rowKey={(team) => team.id}
        empty={<Nothing title={t.teamNone} hint={t.teamsHint} />}
        columns={[
          { key: "zh", title: t.nameZh, cell: (team) => team.nameZh },
          { key: "en", title: t.nameEn, cell: (team) => team.nameEn },
          { key: "id", title: t.teamId, wide: true, cell: (team) => <span className="mono">{team.id}</span> },
          {
            key: "shop",
            title: t.shop,
            cell: (team) =>
              team.shop === null ? <span className="muted">{t.everyShop}</span> : shopName(team.shop),
          },
          {
            key: "actions",
            title: t.actions,
            align: "end",
            cell: (team) =>
              team.shop !== null && (
                <span className="row wrap end">
                  <Button size="small" onClick={() => setForm(team)}>
                    {t.rename}
                  </Button>
                  <RemoveOwn name={nameOf(team.id)} onConfirm={() => remove.mutate(team)} />
                </span>
              ),
          },
        ]}
      />
      {form !== null && <TeamForm team={form === "new" ? null : form} onClose={() => setForm(null)} />}
    </>
  );
}

function TeamForm({ team, onClose }: { team: TeamView | null; onClose: () => void }) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { shops } = useSession();
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const [shop, setShop] = useState(team?.shop ?? shops[0]?.id ?? "");
  const [id, setId] = useState(team?.id.split(":")[1] ?? "");
  const [nameZh, setNameZh] = useState(team?.nameZh ?? "");
  const [nameEn, setNameEn] = useState(team?.nameEn ?? "");
  const save = useMutation({
    mutationFn: () => {
      const path = `/api/v1/shops/${shop}/teams/${id.trim()}`;
      const names = { nameZh: nameZh.trim(), nameEn: nameEn.trim() };
      return team === null
        ? api.put<TeamView>(path, names)
        : api.patch<TeamView>(path, names, { ifMatch: team.version });
    },
    onSuccess: () => {
      void toast.success(t.saved);
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["teams"] }),
  });
  const missing = [id, nameZh, nameEn].some((text) => text.trim() === "")
    ? t.needNames
    : ownId.test(id.trim())
      ? null
      : t.needId;
  return (
    <Modal
      open
      title={team === null ? t.newTeam : t.editTeam(spoken === "zh" ? team.nameZh : team.nameEn)}
      okText={t.save}
      cancelText={t.cancel}
      okButtonProps={{ disabled: missing !== null, title: missing ?? undefined }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        {team === null && (
          <>
            <Field label={t.shop}>
              {(ids) => (
                <Select
                  {...ids}
                  value={shop}
                  onChange={setShop}
                  options={shops.map((one) => ({ value: one.id, label: one.name }))}
                />
              )}
            </Field>
            <Field label={t.teamId} hint={t.idHint}>
              {(ids) => <Input {...ids} maxLength={40} value={id} onChange={(e) => setId(e.target.value)} />}
            </Field>
          </>
        )}
        <Field label={t.nameZh}>
          {(ids) => (
            <Input {...ids} maxLength={60} value={nameZh} onChange={(e) => setNameZh(e.target.value)} />
          )}
        </Field>
        <Field label={t.nameEn}>
          {(ids) => (
            <Input {...ids} maxLength={60} value={nameEn} onChange={(e) => setNameEn(e.target.value)} />
          )}
        </Field>
        {missing !== null && <p className="small muted">{missing}</p>}
        <ProblemNote error={save.error} />
      </div>
    </Modal>
  );
}
