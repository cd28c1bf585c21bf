import { queryOf, useAddress } from "../address";
import { CodeEntry } from "./CodeEntry";
import { LinkEntry } from "./LinkEntry";

/** Two doors to the same room: the link signed by the shop, or order number and one-time code. */
export function EnterPage() {
  const query = queryOf(useAddress());
  const token = query.get("token");
  const back = query.get("back");
  if (token !== null) return <LinkEntry token={token} back={back} />;
  return (
    <CodeEntry
      shop={query.get("shop")}
      orderNumber={query.get("order")}
      back={back}
      ended={query.has("ended")}
    />
  );
}
