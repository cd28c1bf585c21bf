import { CasePage } from "../features/cases/CasePage";
import { ExpertPanel } from "../features/experts/ExpertPanel";
import { PlatformPanel } from "../features/platforms/PlatformPanel";
import { OriginPanel } from "../features/tickets/OriginPanel";

/** The case, with the expert who was called in, the tickets that came from it, and its other side when it lives at a shop platform. */
export function CaseWithMore() {
  return (
    <CasePage
      more={(item) => (
        <>
          <ExpertPanel id={item.id} />
          <OriginPanel from={{ kind: "case", id: item.id, shop: item.shop }} />
          {item.atPlatform && <PlatformPanel id={item.id} shop={item.shop} />}
        </>
      )}
    />
  );
}
