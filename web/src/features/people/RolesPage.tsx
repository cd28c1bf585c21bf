import { CheckOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { Fragment, useState } from "react";
import { useNamesOf } from "../../api/names";
import { permissionGroups } from "../../api/permissions";
import { useShopName } from "../../api/session";
import type { RoleView } from "../../api/views";
import { useLanguage, useMessages } from "../../i18n";
import { Panel } from "../../ui/Panel";
import { ProblemNote } from "../../ui/ProblemNote";
import { SkeletonRows } from "../../ui/SkeletonRows";
import { useRoles } from "./lists";
import "../../ui/Table.css";
import { messages } from "./messages";
import { RemoveOwn, useRemoveOwn } from "./own";
import { RoleForm } from "./RoleForm";
import "./RolesPage.css";

export function RolesPage() {
  const t = useMessages(messages);
  const roles = useRoles();
  const [form, setForm] = useState<RoleView | "new" | null>(null);
  const remove = useRemoveOwn("roles");
  return (
    <>
      <div className="page-head">
        <h1>{t.rolesTitle}</h1>
        <Button type="primary" onClick={() => setForm("new")}>
          {t.newRole}
        </Button>
        <p className="muted">{t.rolesHint}</p>
      </div>
      <ProblemNote error={roles.error} retry={() => void roles.refetch()} />
      <ProblemNote error={remove.error} />
      <Panel flush>
        {roles.data === undefined ? (
          !roles.isError && <SkeletonRows />
        ) : (
          <Matrix roles={roles.data} edit={setForm} remove={remove.mutate} />
        )}
      </Panel>
      {form !== null && <RoleForm role={form === "new" ? null : form} onClose={() => setForm(null)} />}
    </>
  );
}

interface MatrixProps {
  roles: readonly RoleView[];
  edit: (role: RoleView) => void;
  remove: (role: RoleView) => void;
}

function Matrix({ roles, edit, remove }: MatrixProps) {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const nameOf = useNamesOf(roles);
  const shopName = useShopName();
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-frame" role="region" aria-label={t.rolesTitle} tabIndex={0}>
      <table className="table matrix">
        <thead>
          <tr>
            <th scope="col">{t.right}</th>
            {roles.map((role) => (
              <th key={role.id} scope="col">
                {nameOf(role.id)}
                <div className="small">{role.tier}</div>
                {role.shop !== null && (
                  <>
                    <div className="small">{shopName(role.shop)}</div>
                    <span className="row wrap center">
                      <Button size="small" onClick={() => edit(role)}>
                        {t.edit}
                      </Button>
                      <RemoveOwn name={nameOf(role.id)} onConfirm={() => remove(role)} />
                    </span>
                  </>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissionGroups.map((group) => (
            <Fragment key={group.name.en}>
              <tr className="matrix-group">
                <th scope="rowgroup" colSpan={roles.length + 1}>
                  {group.name[spoken]}
                </th>
              </tr>
              {group.rights.map((right) => (
                <tr key={right.id}>
                  <th scope="row" title={right.id}>
                    {right[spoken]}
                  </th>
                  {roles.map((role) => (
                    <td key={role.id}>
                      {role.permissions.includes(right.id) ? (
                        <CheckOutlined role="img" aria-label={t.has} className="has" />
                      ) : (
                        <span className="sr-only">{t.hasNot}</span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
