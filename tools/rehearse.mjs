// Walks through a shop's day once, so that the JDK learns what a running Anxin does: orders arrive, customers return
// things and look again, agents turn the pages of their queue. Used while the start-up cache is made.
// usage: node tools/rehearse.mjs ADDRESS DATA_FOLDER
import { createHmac, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";

const [address, home] = process.argv.slice(2);
const local = { "X-Local-Token": (await readFile(`${home}/local-token`, "utf8")).trim() };
const shop = "rehearsal";
const rounds = 120;

async function ask(method, path, headers = {}, body = undefined) {
  const answer = await fetch(address + path, {
    method,
    headers: { ...local, "Content-Type": "application/json", ...headers },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer;
}

const scopes = ["COMMERCE_WRITE", "COMMERCE_READ", "CASE_READ", "KEYS_MANAGE", "POLICY_READ"];
const { secret } = await (await ask("POST", "/api/v1/local/keys", {}, { shop: null, scopes, name: "rehearsal" })).json();
const key = { Authorization: `Bearer ${secret}` };

const ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString();
const order = (no) => ({
  no,
  channel: "APP",
  payStatus: "PAID",
  paidAt: ago(5),
  fulfil: "SIGNED",
  signedAt: ago(2),
  signedBy: "SELF",
  currency: "CNY",
  fxToCny: 1,
  customer: { id: "c1", tier: "NORMAL", riskScore: 10, refundOnly30d: 0 },
  lines: [
    { id: "L1", sku: "S1", title: "亚麻衬衫", category: "APPAREL", qty: 1, paidMinor: 12900, unitListMinor: 15900 },
  ],
  tenders: [{ kind: "ALIPAY", minor: 12900 }],
});

async function enter() {
  const name = { zh: "预演", en: "Rehearsal" };
  await ask("PUT", `/api/v1/shops/${shop}`, key, { name, zone: "Asia/Shanghai", currency: "CNY" });
  const link = await ask("PUT", `/api/v1/shops/${shop}/link-keys/${randomUUID()}`, key, { name: "r", kind: "HS256" });
  const base64 = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { iss: shop, aud: "anxin", sub: "c1", exp: Math.floor(Date.now() / 1000) + 300 };
  const head = `${base64({ alg: "HS256", typ: "JWT" })}.${base64(claims)}`;
  const signature = createHmac("sha256", (await link.json()).secret).update(head).digest("base64url");
  const session = await ask("POST", "/api/v1/portal/session", {}, { token: `${head}.${signature}` });
  const cookies = session.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  const csrf = cookies.find((cookie) => cookie.startsWith("anxin-csrf=")).split("=")[1];
  return { Cookie: cookies.join("; "), "X-CSRF": csrf };
}

for (const path of ["/", "/portal", "/api/v1/sign-in-options", "/actuator/health/readiness"])
  await (await fetch(address + path)).text();
const customer = await enter();
for (let n = 0; n < rounds; n++) {
  const number = `R${n}`;
  const id = randomUUID();
  await ask("PUT", `/api/v1/shops/${shop}/orders/${number}`, key, order(number));
  await ask("PUT", `/api/v1/portal/cases/${id}`, customer, { orderNumber: number, reason: "NO_REASON" });
  await Promise.all([
    ask("GET", `/api/v1/portal/cases/${id}`, customer),
    ask("GET", "/api/v1/portal/orders", customer),
    ask("GET", `/api/v1/cases?shop=${shop}&sort=newest`, key),
    ask("GET", `/api/v1/cases?shop=${shop}`, key),
    ask("GET", `/api/v1/cases/counts?shop=${shop}`, key),
  ]);
}
