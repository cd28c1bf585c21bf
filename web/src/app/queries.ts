import { QueryClient } from "@tanstack/react-query";
import { asProblem } from "../api/problems";

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Changes arrive by the live line, so nothing needs to be asked again just because time passed.
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      networkMode: "always",
      retry: (failures, error) => {
        const { status } = asProblem(error);
        return failures < 2 && (status === 0 || status === 503);
      },
    },
    mutations: { networkMode: "always" },
  },
});
