import { Link, Outlet } from "@tanstack/react-router";
import { useSession } from "../api/session";
import { useLanguage, useMessages, type Messages } from "../i18n";
import { adminPages } from "./adminPages";
import "./AdminShell.css";

const messages = { admin: { zh: "管理", en: "Administration" } } satisfies Messages;

export function AdminShell() {
  const t = useMessages(messages);
  const spoken = useLanguage();
  const { permissions } = useSession();
  return (
    <div className="admin">
      <nav aria-label={t.admin}>
        {adminPages
          .filter((page) => permissions.includes(page.needs))
          .map((page) => (
            <Link key={page.to} to={page.to}>
              {page.name[spoken]}
            </Link>
          ))}
      </nav>
      <div className="admin-page">
        <Outlet />
      </div>
    </div>
  );
}
