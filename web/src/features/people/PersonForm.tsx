import { useMutation } from "@tanstack/react-query";
import { Checkbox, Input, Modal, Select } from "antd";
import { useState } from "react";
import { api } from "../../api/client";
import { useNamesOf } from "../../api/names";
import { newId } from "../../api/id";
import { useSession } from "../../api/session";
import type { PersonView } from "../../api/views";
import { useMessages } from "../../i18n";
import { Field } from "../../ui/Field";
import { ProblemNote } from "../../ui/ProblemNote";
import { useRoles, useTeams } from "./lists";
import { messages } from "./messages";
import { StoreField } from "./StoreField";

interface Props {
  person: PersonView | null;
  onClose: () => void;
  onSaved: (person: PersonView) => void;
}

export function PersonForm({ person, onClose, onSaved }: Props) {
  const t = useMessages(messages);
  const me = useSession();
  const roles = useRoles().data ?? [];
  const teams = useTeams().data ?? [];
  const roleName = useNamesOf(roles);
  const teamName = useNamesOf(teams);
  const [id] = useState(() => person?.id ?? newId());
  const [login, setLogin] = useState("");
  const [name, setName] = useState(person?.name ?? "");
  const [email, setEmail] = useState(person?.email ?? "");
  const [chosenRoles, setRoles] = useState(person?.roles ?? []);
  const [chosenTeams, setTeams] = useState(person?.teams ?? []);
  const [everywhere, setEverywhere] = useState(person !== null && person.shops === null);
  const [shops, setShops] = useState(person?.shops ?? me.shops.slice(0, 1).map((shop) => shop.id));

  const [stores, setStores] = useState(person?.stores ?? []);
  const strayed = everywhere ? undefined : stores.find((store) => !shops.includes(store.shop));
  const self = person?.id === me.id;

  const save = useMutation({
    mutationFn: () => {
      const common = { name: name.trim(), teams: chosenTeams };
      const where = everywhere ? null : shops;
      const worksIn = stores.map(({ shop, id }) => ({ shop, id }));
      return person === null
        ? api.put<PersonView>(`/api/v1/people/${id}`, {
            ...common,
            roles: chosenRoles,
            login: login.trim(),
            email: email.trim() === "" ? null : email.trim(),
            shops: where,
            stores: worksIn,
          })
        : api.patch<PersonView>(
            `/api/v1/people/${id}`,
            {
              ...common,
              email: email.trim(),
              ...(self
                ? {}
                : {
                    roles: chosenRoles,
                    allShops: everywhere,
                    shops: where ?? undefined,
                    stores: worksIn,
                  }),
            },
            { ifMatch: person.version },
          );
    },
    onSuccess: onSaved,
  });
  const missing =
    name.trim() === ""
      ? t.needName
      : person === null && login.trim() === ""
        ? t.needLogin
        : chosenRoles.length === 0
          ? t.needRole
          : !everywhere && shops.length === 0
            ? t.needShop
            : strayed !== undefined
              ? t.storeElsewhere(strayed.name)
              : null;

  return (
    <Modal
      open
      title={person === null ? t.add : t.editTitle(person.name)}
      okText={t.save}
      cancelText={t.cancel}
      okButtonProps={{ disabled: missing !== null, title: missing ?? undefined }}
      confirmLoading={save.isPending}
      mask={{ closable: false }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <Field label={t.name}>
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              maxLength={100}
              value={name}
              onChange={(e) => setName(e.target.value)}
            />
          )}
        </Field>
        {person === null && (
          <Field label={t.login} hint={t.loginHint}>
            {(ids) => (
              <Input
                {...ids}
                maxLength={64}
                autoCapitalize="none"
                value={login}
                onChange={(e) => setLogin(e.target.value)}
              />
            )}
          </Field>
        )}
        <Field label={t.email}>
          {(ids) => <Input {...ids} type="email" value={email} onChange={(e) => setEmail(e.target.value)} />}
        </Field>
        <Field label={t.teams}>
          {(ids) => (
            <Select
              {...ids}
              mode="multiple"
              value={chosenTeams}
              onChange={setTeams}
              showSearch={{ optionFilterProp: "label" }}
              options={teams.map((team) => ({ value: team.id, label: teamName(team.id) }))}
            />
          )}
        </Field>
        {self ? (
          <p className="small muted">{t.notYourself}</p>
        ) : (
          <>
            <Field label={t.roles}>
              {(ids) => (
                <Select
                  {...ids}
                  mode="multiple"
                  value={chosenRoles}
                  onChange={setRoles}
                  showSearch={{ optionFilterProp: "label" }}
                  options={roles.map((role) => ({
                    value: role.id,
                    label: `${roleName(role.id)} · ${role.tier}`,
                  }))}
                />
              )}
            </Field>
            <Checkbox checked={everywhere} onChange={(e) => setEverywhere(e.target.checked)}>
              {t.allShops}
            </Checkbox>
            {!everywhere && (
              <Field label={t.shops}>
                {(ids) => (
                  <Select
                    {...ids}
                    mode="multiple"
                    value={shops}
                    onChange={setShops}
                    showSearch={{ optionFilterProp: "label" }}
                    options={me.shops.map((shop) => ({ value: shop.id, label: shop.name }))}
                  />
                )}
              </Field>
            )}
            <StoreField shops={everywhere ? null : shops} stores={stores} onChange={setStores} />
          </>
        )}
        {missing !== null && <p className="small muted">{missing}</p>}
        <ProblemNote error={save.error} />
      </div>
    </Modal>
  );
}
