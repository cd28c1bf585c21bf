import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client";
import type { RoleView, TeamView } from "../../api/views";

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
