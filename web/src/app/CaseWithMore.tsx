import { CasePage } from "../features/cases/CasePage";
import { ExpertPanel } from "../features/experts/ExpertPanel";
import { PlatformPanel } from "../features/platforms/PlatformPanel";

/** The case, with the expert who was called in, and its other side when it lives at a shop platform. */
export function CaseWithMore() {
  return (
    <CasePage
      more={(item) => (
        <>
          <ExpertPanel id={item.id} />
          {item.atPlatform && <PlatformPanel id={item.id} shop={item.shop} />}
        </>
      )}
    />
  );
}
