import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Popconfirm } from "antd";
import { api } from "../../api/client";
import type { RoleView, TeamView } from "../../api/views";
import { useMessages } from "../../i18n";
import { messages } from "./messages";

/** How the part of an id that a shop chooses for its own role or team must look. */
export const ownId = /^[a-z0-9-]{1,40}$/;

/** Takes a role or team that a shop made away, as it was seen. */
export function useRemoveOwn(kind: "roles" | "teams") {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const { message: toast } = App.useApp();
  return useMutation({
    mutationFn: (own: RoleView | TeamView) =>
      api.delete(`/api/v1/shops/${own.shop}/${kind}/${own.id.split(":")[1]}`, { ifMatch: own.version }),
    onSuccess: () => void toast.success(t.removed),
    onSettled: () => queries.invalidateQueries({ queryKey: [kind] }),
  });
}

export function RemoveOwn({ name, onConfirm }: { name: string; onConfirm: () => void }) {
  const t = useMessages(messages);
  return (
    <Popconfirm
      title={t.removeTitle(name)}
      description={<div style={{ maxWidth: 300 }}>{t.removeHint}</div>}
      okText={t.remove}
      okButtonProps={{ danger: true }}
      cancelText={t.cancel}
      onConfirm={onConfirm}
    >
      <Button size="small" danger>
        {t.remove}
      </Button>
    </Popconfirm>
  );
}
