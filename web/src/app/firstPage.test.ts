import { expect, test } from "vitest";
import { firstPage } from "./firstPage";

test("everybody begins where their own work is", () => {
  expect(firstPage(["CASE_READ", "STORE_WORK"])).toBe("/desk");
  expect(firstPage(["CASE_SUBMIT", "COMMERCE_READ", "STORE_WORK"])).toBe("/store");
  expect(firstPage(["COMMERCE_READ", "POLICY_READ", "INSIGHT_READ", "LANGUAGE_READ"])).toBe("/admin/policy");
  expect(firstPage(["COMMERCE_READ", "TECHNOLOGY_WORK", "TICKET_ANSWER"])).toBe("/requests");
  expect(firstPage(["KEYS_MANAGE"])).toBe("/admin/keys");
});

test("who may do nothing yet can at least set a password", () => {
  expect(firstPage([])).toBe("/password");
});
