import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client";
import type { BotMeasures, BotRecording, BotSettingsView, BotSummaryView, FlowsView } from "../../api/views";

export const botKey = (what: string, of: string) => ["bot", what, of] as const;

export const useBotSettings = (shop: string) =>
  useQuery({
    queryKey: botKey("settings", shop),
    queryFn: ({ signal }) => api.get<BotSettingsView>(`/api/v1/shops/${shop}/bot-settings`, { signal }),
  });

export const useFlows = (shop: string) =>
  useQuery({
    queryKey: botKey("flows", shop),
    queryFn: ({ signal }) => api.get<FlowsView>(`/api/v1/shops/${shop}/bot-flows`, { signal }),
  });

export const useRecordings = (shop: string) =>
  useQuery({
    queryKey: botKey("recordings", shop),
    queryFn: ({ signal }) => api.get<BotRecording[]>(`/api/v1/shops/${shop}/bot-recordings`, { signal }),
  });

export const useMeasures = (shop: string) =>
  useQuery({
    queryKey: botKey("measures", shop),
    queryFn: ({ signal }) => api.get<BotMeasures>(`/api/v1/shops/${shop}/bot-measures`, { signal }),
  });

export const useSummary = (conversation: string) =>
  useQuery({
    queryKey: botKey("summary", conversation),
    queryFn: ({ signal }) => api.get<BotSummaryView>(`/api/v1/conversations/${conversation}/bot`, { signal }),
  });
