import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client";
import type { RoleView, TeamView } from "../../api/views";
import { useLanguage } from "../../i18n";

export function useRoles() {
  return useQuery({
    queryKey: ["roles"],
    queryFn: ({ signal }) => api.get<RoleView[]>("/api/v1/roles", { signal }),
  });
}

export function useTeams() {
  return useQuery({
    queryKey: ["teams"],
    queryFn: ({ signal }) => api.get<TeamView[]>("/api/v1/teams", { signal }),
  });
}

/** Names of roles or teams by their id, in the reader's language; the id where it is not known. */
export function useNamesOf(list: readonly (RoleView | TeamView)[] | undefined): (id: string) => string {
  const spoken = useLanguage();
  return (id) => {
    const found = list?.find((one) => one.id === id);
    if (found === undefined) return id;
    return spoken === "zh" ? found.nameZh : found.nameEn;
  };
}
