import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { App, Button, Input, Popconfirm } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useNamesOf } from "../../api/names";
import { useSession, useShopName } from "../../api/session";
import { usePages } from "../../api/usePages";
import type { PersonView, SignInWay } from "../../api/views";
import { useMessages } from "../../i18n";
import { Badge } from "../../ui/Badge";
import { Nothing } from "../../ui/Nothing";
import { OnceShown } from "../../ui/OnceShown";
import { PagedTable } from "../../ui/PagedTable";
import { ProblemNote } from "../../ui/ProblemNote";
import { LinkForm, useProvider } from "./LinkForm";
import { useRoles, useTeams } from "./lists";
import { messages } from "./messages";
import { PersonForm } from "./PersonForm";

export function PeoplePage() {
  const t = useMessages(messages);
  const me = useSession();
  const shopName = useShopName();
  const { q = "" } = useSearch({ from: "/house/rooms/admin/people" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  const people = usePages<PersonView>(["people"], "/api/v1/people", { q });
  const roleName = useNamesOf(useRoles().data);
  const teamName = useNamesOf(useTeams().data);
  const [form, setForm] = useState<PersonView | "new" | null>(null);
  const [fresh, setFresh] = useState<{ name: string; password: string } | null>(null);
  const again = () => queries.invalidateQueries({ queryKey: ["people"] });

  const reset = useMutation({
    mutationFn: (person: PersonView) => api.put<PersonView>(`/api/v1/people/${person.id}/password`),
    onSuccess: (person) => {
      if (person.password !== null) setFresh({ name: person.name, password: person.password });
      void again();
    },
  });
  const activate = useMutation({
    mutationFn: (person: PersonView) =>
      api.patch<PersonView>(
        `/api/v1/people/${person.id}`,
        { active: !person.active },
        { ifMatch: person.version },
      ),
    onSuccess: () => void toast.success(t.saved),
    onSettled: again,
  });
  const unlink = useMutation({
    mutationFn: (person: PersonView) =>
      api.delete<SignInWay>(`/api/v1/people/${person.id}/provider`, { ifMatch: person.version }),
    onSuccess: (way, person) => {
      if (way.password !== null) setFresh({ name: person.name, password: way.password });
    },
    onSettled: again,
  });
  const provider = useProvider();
  const [linking, setLinking] = useState<PersonView | null>(null);
  const join = (names: string[]) => names.join("、");

  return (
    <>
      <div className="page-head">
        <h1>{t.people}</h1>
        <Button type="primary" onClick={() => setForm("new")}>
          {t.add}
        </Button>
        <p className="muted">{t.peopleHint}</p>
        <Input.Search
          allowClear
          defaultValue={q}
          aria-label={t.search}
          placeholder={t.search}
          style={{ maxWidth: 320 }}
          onSearch={(text) =>
            void navigate({ to: "/admin/people", search: text === "" ? {} : { q: text }, replace: true })
          }
        />
      </div>
      <ProblemNote error={reset.error ?? activate.error ?? unlink.error} />
      <PagedTable
        label={t.people}
        list={people}
        rowKey={(person) => person.id}
        empty={<Nothing title={t.nobody} hint={t.nobodyHint} />}
        columns={[
          {
            key: "name",
            title: t.name,
            cell: (person) => (
              <>
                <strong>{person.name}</strong>
                <div className="small muted">{person.login}</div>
              </>
            ),
          },
          { key: "roles", title: t.roles, cell: (person) => join(person.roles.map(roleName)) },
          { key: "teams", title: t.teams, wide: true, cell: (person) => join(person.teams.map(teamName)) },
          {
            key: "shops",
            title: t.shops,
            wide: true,
            cell: (person) => (
              <>
                {person.shops === null ? t.allShops : join(person.shops.map(shopName))}
                {person.stores.length > 0 && (
                  <div className="small muted">{join(person.stores.map((store) => store.name))}</div>
                )}
              </>
            ),
          },
          {
            key: "state",
            title: t.state,
            cell: (person) => (
              <span className="row wrap">
                <Badge tone={person.active ? "good" : "quiet"}>{person.active ? t.active : t.inactive}</Badge>
                {person.subject !== null && (
                  <span title={person.subject}>
                    <Badge tone="info">{t.elsewhere}</Badge>
                  </span>
                )}
              </span>
            ),
          },
          {
            key: "actions",
            title: t.actions,
            align: "end",
            cell: (person) => (
              <span className="row wrap end">
                <Button size="small" onClick={() => setForm(person)}>
                  {t.edit}
                </Button>
                {!person.signsInElsewhere && person.id !== me.id && (
                  <Popconfirm
                    title={t.resetTitle(person.name)}
                    description={<div style={{ maxWidth: 300 }}>{t.resetHint}</div>}
                    okText={t.reset}
                    cancelText={t.cancel}
                    onConfirm={() => reset.mutate(person)}
                  >
                    <Button size="small">{t.reset}</Button>
                  </Popconfirm>
                )}
                {provider !== null && !person.signsInElsewhere && person.id !== me.id && (
                  <Button size="small" onClick={() => setLinking(person)}>
                    {t.link}
                  </Button>
                )}
                {person.signsInElsewhere && person.id !== me.id && (
                  <Popconfirm
                    title={t.unlinkTitle(person.name)}
                    description={<div style={{ maxWidth: 300 }}>{t.unlinkHint}</div>}
                    okText={t.unlink}
                    okButtonProps={{ danger: true }}
                    cancelText={t.cancel}
                    onConfirm={() => unlink.mutate(person)}
                  >
                    <Button size="small">{t.unlink}</Button>
                  </Popconfirm>
                )}
                {person.id !== me.id &&
                  (person.active ? (
                    <Popconfirm
                      title={t.deactivateTitle(person.name)}
                      description={<div style={{ maxWidth: 300 }}>{t.deactivateHint}</div>}
                      okText={t.deactivate}
                      okButtonProps={{ danger: true }}
                      cancelText={t.cancel}
                      onConfirm={() => activate.mutate(person)}
                    >
                      <Button size="small" danger>
                        {t.deactivate}
                      </Button>
                    </Popconfirm>
                  ) : (
                    <Button size="small" onClick={() => activate.mutate(person)}>
                      {t.activate}
                    </Button>
                  ))}
              </span>
            ),
          },
        ]}
      />
      {form !== null && (
        <PersonForm
          person={form === "new" ? null : form}
          onClose={() => setForm(null)}
          onSaved={(person) => {
            setForm(null);
            void toast.success(form === "new" ? t.added : t.saved);
            if (person.password !== null) setFresh({ name: person.name, password: person.password });
            void again();
          }}
        />
      )}
      {linking !== null && provider !== null && (
        <LinkForm
          person={linking}
          provider={provider}
          onClose={() => setLinking(null)}
          onSaved={() => {
            setLinking(null);
            void toast.success(t.linked);
          }}
          onSettled={again}
        />
      )}
      {fresh !== null && (
        <OnceShown title={t.passwordOf(fresh.name)} secret={fresh.password} onClose={() => setFresh(null)} />
      )}
    </>
  );
}
