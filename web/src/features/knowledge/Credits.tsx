import { useQuery } from "@tanstack/react-query";
import { Button, Popover } from "antd";
import { api } from "../../api/client";
import type { ArticleCredit } from "../../api/views";
import { useMessages } from "../../i18n";
import { messages } from "./messages";
import { libraryPath } from "./useLibrary";

/** Whose proposals became knowledge. */
export function Credits({ shop }: { shop: string }) {
  const t = useMessages(messages);
  const credits = useQuery({
    queryKey: ["articles", shop, "credits"],
    queryFn: ({ signal }) => api.get<ArticleCredit[]>(`${libraryPath(shop)}/credits`, { signal }),
    enabled: shop !== "",
  });
  if (credits.data === undefined || credits.data.length === 0) return null;
  return (
    <Popover
      trigger="click"
      content={
        <ul className="stack tight">
          {credits.data.map((one) => (
            <li key={one.name}>
              <strong>{one.name}</strong> {t.creditLine(one.proposed, one.accepted, one.helped)}
            </li>
          ))}
        </ul>
      }
    >
      <Button type="text">{t.credits}</Button>
    </Popover>
  );
}
