// Shows what the shop pushes, and opens the progress page when it is pressed.
const receipt = (id, state) =>
    fetch(`/api/v1/portal/messages/${id}/receipt`, {
        method: "PUT",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ state }),
    }).catch(() => undefined);

self.addEventListener("push", (event) => {
    const told = event.data?.json();
    if (!told) return;
    event.waitUntil(
        Promise.all([
            // The same message again takes the place of the first.
            self.registration.showNotification(told.title, {
                body: told.body,
                tag: told.id,
                icon: "/icon.svg",
                data: { id: told.id, link: told.link },
            }),
            receipt(told.id, "DELIVERED"),
        ]),
    );
});

self.addEventListener("notificationclick", (event) => {
    const { id, link } = event.notification.data;
    event.notification.close();
    const target = new URL(link ?? "/portal/cases", self.location.origin);
    // Only pages of this house are opened from here.
    const address = target.origin === self.location.origin ? target.href : "/portal/cases";
    event.waitUntil(Promise.all([self.clients.openWindow(address), receipt(id, "READ")]));
});
