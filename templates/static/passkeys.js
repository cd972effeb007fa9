// Passkeys: the browser's part. What it cannot do it says, and the link by e-mail stands beside.
"use strict";

const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const toText = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)))
  .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function readable(credential) {
  const said = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) said[name] = toText(credential.response[name]);
  }
  return JSON.stringify({ id: credential.id, rawId: toText(credential.rawId), type: credential.type, response: said,
    clientExtensionResults: credential.getClientExtensionResults() });
}

async function ask(form) {
  const answer = await fetch(`${form.getAttribute("action")}/options`, {
    method: "POST", body: new URLSearchParams({ csrf: form.elements.csrf?.value ?? "" }),
    headers: { Accept: "application/json" } });
  const options = await answer.json();
  if (!answer.ok) throw new Error(options.detail);
  options.challenge = toBytes(options.challenge);
  if (form.dataset.passkey === "enter") return navigator.credentials.get({ publicKey: options });
  options.user.id = toBytes(options.user.id);
  for (const each of options.excludeCredentials ?? []) each.id = toBytes(each.id);
  return navigator.credentials.create({ publicKey: options });
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential) continue;
  form.hidden = false;
  const refused = form.querySelector("[data-refused]");
  let isAsking = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isAsking) return; // a second press would ask for a second key, and only the last answer fits
    isAsking = true;
    refused.hidden = true;
    try {
      form.elements.credential.value = readable(await ask(form));
      form.submit();
    } catch (stopped) {
      refused.textContent = stopped instanceof DOMException ? refused.dataset.refused : stopped.message;
      refused.hidden = false;
      isAsking = false;
    }
  });
  window.addEventListener("pageshow", () => { isAsking = false; }); // come back by the browser's own button
}
