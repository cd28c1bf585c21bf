/*
 * Says on a product page what can be returned, how long, and who pays: the words that decide later.
 *
 *   <script async src="https://ANXIN/embed/policy.js" data-shop="harbour-tea" data-sku="TEA-1"></script>
 *
 * data-shop, data-sku   whose product
 * data-lang             zh or en; without it the page's language
 * data-into             a CSS selector of where to put it; without it right after this tag
 * data-open             "true" shows everything at once; without it one line opens the rest
 *
 * Looks follow --anxin-ink, --anxin-quiet, --anxin-line, --anxin-paper, --anxin-accent, --anxin-radius, --anxin-font.
 */
(function () {
    "use strict";
    var script = document.currentScript;
    if (!script || !script.dataset.shop || !script.dataset.sku) return;
    var asked = script.dataset;
    var lang = /^zh/i.test(asked.lang || document.documentElement.lang || navigator.language) ? "zh" : "en";
    var words = {
        zh: { title: "售后保障", confirm: "下单时需要您确认", basis: "依据：" },
        en: { title: "Returns and after-sales", confirm: "You confirm this at checkout", basis: "Source: " },
    }[lang];

    // The page's own styles stay outside, ours stay inside. Every text is set as text, never as markup.
    function element(name, className, text) {
        var made = document.createElement(name);
        if (className) made.className = className;
        if (text) made.textContent = text;
        return made;
    }

    var style =
        ":host{display:block;color:var(--anxin-ink,#1c2422);font:var(--anxin-font,14px/1.6 system-ui,sans-serif)}" +
        "details{border:1px solid var(--anxin-line,#e3e8e5);border-radius:var(--anxin-radius,8px);" +
        "background:var(--anxin-paper,transparent);padding:8px 12px}" +
        "summary{cursor:pointer;font-weight:600}" +
        "summary span{font-weight:400;color:var(--anxin-quiet,#5f6c69)}" +
        "summary:focus-visible{outline:2px solid var(--anxin-accent,#1f6f6b);outline-offset:2px}" +
        "dl{margin:8px 0 0}dt{font-weight:600;margin-top:8px}dd{margin:0}" +
        "small{display:block;color:var(--anxin-quiet,#5f6c69)}" +
        ".confirm{color:var(--anxin-accent,#1f6f6b)}";

    function show(policy, host) {
        var root = host.attachShadow ? host.attachShadow({ mode: "open" }) : host;
        var details = element("details");
        details.lang = policy.lang;
        details.open = asked.open === "true";
        var summary = element("summary", "", words.title);
        var first = policy.statements[0];
        if (first) {
            summary.appendChild(document.createTextNode(" "));
            summary.appendChild(element("span", "", first.text));
        }
        details.appendChild(summary);
        var list = element("dl");
        policy.statements.forEach(function (statement) {
            list.appendChild(element("dt", "", statement.title));
            var said = element("dd", "", statement.text);
            if (statement.confirm) said.appendChild(element("small", "confirm", words.confirm));
            if (statement.basis) said.appendChild(element("small", "", words.basis + statement.basis));
            list.appendChild(said);
        });
        details.appendChild(list);
        root.appendChild(element("style", "", style));
        root.appendChild(details);
    }

    var address =
        new URL(script.src, document.baseURI).origin +
        "/api/v1/public/shops/" +
        encodeURIComponent(asked.shop) +
        "/products/" +
        encodeURIComponent(asked.sku) +
        "/policy?lang=" +
        lang;

    function place() {
        var host = element("anxin-policy");
        var into = asked.into && document.querySelector(asked.into);
        if (into) into.replaceChildren(host);
        else script.insertAdjacentElement("afterend", host);
        return host;
    }

    fetch(address, { credentials: "omit" })
        .then(function (answer) {
            return answer.ok ? answer.json() : null;
        })
        .then(function (policy) {
            // Where nothing is known the page stays as it was.
            if (policy && policy.statements.length > 0) show(policy, place());
        })
        .catch(function () {
            // The page stays as it was.
        });
})();
