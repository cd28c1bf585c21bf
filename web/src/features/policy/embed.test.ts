import { readFileSync } from "node:fs";
import { beforeEach, expect, test, vi } from "vitest";

const code = readFileSync("public/embed/policy.js", "utf8");

const told = {
  sku: "TEA-1",
  title: "Peach oolong",
  version: 2,
  lang: "en",
  statements: [
    { topic: "RETURN", title: "Returns", text: "Within 7 days.", basis: "art. 25", confirm: false },
    {
      topic: "EXEMPTION",
      title: "No return",
      text: "<img src=x onerror=alert(1)>",
      basis: null,
      confirm: true,
    },
  ],
};

/** As the browser runs a tag: the script is the current one while it runs. */
function run(attributes: Record<string, string>, answer: Response | Error) {
  const tag = document.createElement("script");
  tag.setAttribute("src", "https://anxin.example/embed/policy.js");
  for (const [name, value] of Object.entries(attributes)) tag.setAttribute(`data-${name}`, value);
  document.body.append(tag);
  const asked = vi
    .fn()
    .mockImplementation(() => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)));
  vi.stubGlobal("fetch", asked);
  vi.spyOn(document, "currentScript", "get").mockReturnValue(tag);
  // The file itself is what is tried, and it is no module.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  new Function(code)();
  return asked;
}

const answer = () => new Response(JSON.stringify(told), { status: 200 });
const shown = () => document.querySelector("anxin-policy")?.shadowRoot;

beforeEach(() => {
  document.body.innerHTML = "";
  document.documentElement.lang = "en";
});

test("one tag shows the words, in the language of the page, right after itself", async () => {
  const asked = run({ shop: "harbour-tea", sku: "TEA 1" }, answer());
  expect(asked).toHaveBeenCalledWith(
    "https://anxin.example/api/v1/public/shops/harbour-tea/products/TEA%201/policy?lang=en",
    { credentials: "omit" },
  );
  await vi.waitFor(() => expect(shown()).toBeTruthy());
  expect(document.querySelector("script")?.nextElementSibling?.localName).toBe("anxin-policy");
  expect(shown()?.querySelector("summary")?.textContent).toBe("Returns and after-sales Within 7 days.");
  expect(shown()?.querySelector("details")?.open).toBe(false);
  expect(shown()?.querySelector(".confirm")?.textContent).toBe("You confirm this at checkout");
});

test("words are words: nothing in them becomes markup", async () => {
  run({ shop: "s", sku: "k", open: "true" }, answer());
  await vi.waitFor(() => expect(shown()).toBeTruthy());
  expect(shown()?.querySelector("img")).toBeNull();
  expect(shown()?.textContent).toContain("<img src=x onerror=alert(1)>");
});

test("it goes where the page says, in Chinese where the page says so", async () => {
  document.body.innerHTML = '<div id="here"></div>';
  const asked = run({ shop: "s", sku: "k", into: "#here", lang: "zh-CN" }, answer());
  expect(String(asked.mock.calls[0]?.[0])).toContain("lang=zh");
  await vi.waitFor(() => expect(document.querySelector("#here > anxin-policy")).not.toBeNull());
  expect(shown()?.querySelector("summary")?.textContent).toContain("售后保障");
});

test("where nothing is known the page stays as it was", async () => {
  const missing = run({ shop: "s", sku: "k" }, new Response("{}", { status: 404 }));
  await vi.waitFor(() => expect(missing).toHaveBeenCalled());
  const away = run({ shop: "s", sku: "k" }, new Error("no answer"));
  await vi.waitFor(() => expect(away).toHaveBeenCalled());
  expect(run({ shop: "s" }, answer())).not.toHaveBeenCalled();
  expect(document.querySelector("anxin-policy")).toBeNull();
});

test("the script stays small", () => {
  expect(code.length).toBeLessThan(5_000);
});
