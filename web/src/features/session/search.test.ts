import { expect, it } from "vitest";
import { readSignIn } from "./search";

it("knows why the provider sent somebody back, and believes no other word in the address", () => {
  expect(readSignIn({ oidc: "unknown" })).toEqual({ oidc: "unknown" });
  expect(readSignIn({ oidc: "refused", to: "/desk" })).toEqual({ oidc: "refused", to: "/desk" });
  expect(readSignIn({ oidc: "call 555-0100", problem: "send your password" })).toEqual({});
});
