/*
 * A button on the shop's page that opens its chat.
 *
 *   <script async src="https://ANXIN/embed/chat.js" data-channel="harbour-tea-chat"></script>
 *
 * data-channel   the shop's web chat
 * data-token     the shop's signed link token of a customer it knows; without it a visitor talks
 * data-lang      zh or en; without it the page's language
 *
 * Looks follow --anxin-accent. The page must stand among the channel's sites.
 */
(function () {
    "use strict";
    var script = document.currentScript;
    if (!script || !script.dataset.channel || document.querySelector("anxin-chat")) return;
    var asked = script.dataset;
    var house = new URL(script.src).origin;
    var zh = /^zh/i.test(asked.lang || document.documentElement.lang || navigator.language);
    var words = zh ? { open: "联系客服", close: "收起" } : { open: "Chat with us", close: "Close the chat" };

    var host = document.createElement("anxin-chat");
    var root = host.attachShadow({ mode: "open" });
    var style = document.createElement("style");
    style.textContent =
        ":host{all:initial}" +
        "button{position:fixed;right:20px;bottom:20px;z-index:2147483000;min-height:48px;padding:0 20px;border:0;border-radius:24px;" +
        "background:var(--anxin-accent,#0f6e67);color:#fff;font:600 15px/1 system-ui,sans-serif;cursor:pointer;" +
        "box-shadow:0 4px 16px rgb(0 0 0/20%)}" +
        "button:focus-visible{outline:3px solid #fff;outline-offset:-5px}" +
        "b{display:inline-block;margin-left:8px;width:10px;height:10px;border-radius:50%;background:#ffb4a8}" +
        "iframe{position:fixed;right:20px;bottom:80px;z-index:2147483000;width:min(380px,calc(100vw - 24px));" +
        "height:min(600px,calc(100vh - 110px));border:0;border-radius:14px;background:#fff;box-shadow:0 8px 32px rgb(0 0 0/25%)}" +
        "iframe[hidden]{display:none}" +
        "@media(max-width:480px){iframe{right:12px}button{right:12px;bottom:12px}}";
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = words.open;
    button.setAttribute("aria-expanded", "false");
    root.append(style, button);

    var frame = null;
    var seen = 0;
    function open() {
        if (!frame) {
            var told = new URLSearchParams({ page: location.origin + location.pathname });
            if (asked.token) told.set("token", asked.token);
            frame = document.createElement("iframe");
            frame.title = words.open;
            frame.src = house + "/widget/" + encodeURIComponent(asked.channel) + "#" + told;
            root.append(frame);
        }
        frame.hidden = false;
    }
    button.addEventListener("click", function () {
        var shut = !frame || frame.hidden;
        if (shut) open();
        else frame.hidden = true;
        button.textContent = shut ? words.close : words.open;
        button.setAttribute("aria-expanded", String(shut));
    });
    window.addEventListener("message", function (event) {
        var told = event.data && event.data.anxinChat;
        if (!frame || event.source !== frame.contentWindow || event.origin !== house || !told) return;
        // A dot says that something came while the chat was shut.
        if (frame.hidden && told.messages > seen) button.append(document.createElement("b"));
        seen = told.messages;
    });
    document.body.append(host);
})();
